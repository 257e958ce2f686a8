import type { Restriction } from '@mash/disclosure-events';
import type { SharingPurposeCode } from '@mash/law';
import type { Restriction as LawRestriction } from '@mash/law';
import type { RecipientForm } from './disclosure-form.js';

/** Where a restriction takes its meaning from: what it was disclosed for, and to whom. */
export interface Setting {
  readonly purpose: SharingPurposeCode;
  readonly recipient: Pick<RecipientForm, 'organisation' | 'unit'>;
}

/** A restriction as the law's checks read it: one list of names, whatever they are names of. */
export function asLaw({ code, people, practitioners, until }: Restriction, { purpose, recipient }: Setting): LawRestriction {
  const named = code === 'PURPOSE_ONLY' ? [purpose]
    : code === 'ROLE_OR_TEAM' ? [recipient.unit ?? recipient.organisation]
      : code === 'NAMED_RECIPIENTS' ? practitioners : people;
  return { code, names: named, ...(until === null ? {} : { until }) };
}

const sameAs = (a: Restriction) => (b: Restriction): boolean =>
  a.code === b.code && a.until === b.until && a.people.every((each) => b.people.includes(each)) && a.practitioners.every((each) => b.practitioners.includes(each));

/** The parent's restrictions go on by themselves; further ones may be added. */
export const carriedOver = (parent: readonly Restriction[], added: readonly Restriction[]): readonly Restriction[] =>
  [...parent, ...added.filter((each) => !parent.some(sameAs(each)))];
