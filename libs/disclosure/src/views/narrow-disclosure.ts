import type { StatedPurpose, Withheld } from '@mash/access-policy';
import { withheldFromRecipient } from '@mash/access-policy';
import type { Instant, OrganisationId } from '@mash/kernel';
import type { DisclosedItemBody, DisclosureBody } from './disclosure-body.js';

/** What is left of a disclosure for a reader, and what was held back by which rule. */
export interface Narrowed {
  readonly body: DisclosureBody;
  readonly withheld: readonly { readonly field: string; readonly rule: string }[];
}

const findingWork: Withheld = { rule: '11.R17', message: 'State why you are reading to open this.' };

const gate = (item: DisclosedItemBody, body: DisclosureBody, purpose: StatedPurpose, now: Instant): Withheld | null =>
  withheldFromRecipient({
    restrictions: item.restrictions, purpose: body.purpose, useLimitation: body.useLimitation, accepted: body.accepted !== null,
    basisUnderReview: item.basisUnderReview,
  }, purpose, now);

const held = (item: DisclosedItemBody, withheld: Withheld): DisclosedItemBody =>
  ({ ...item, statement: null, opinionHolder: null, source: null, historicalNote: null, withheld });

/**
 * Takes out what this reader may not read for this purpose now. Pure, and the same for the hub and for an auditor who asks
 * what could be read then.
 */
export function narrowDisclosure(body: DisclosureBody, reader: { readonly agency: OrganisationId }, purpose: StatedPurpose, now: Instant): Narrowed {
  const receives = body.side === 'RECIPIENT' || body.sender.organisation !== reader.agency;
  const items = body.items.map((item) => {
    const withheld = receives ? gate(item, body, purpose, now) : purpose === 'FIND_WORK' ? findingWork : null;
    return withheld === null ? item : held(item, withheld);
  });
  const withheld = items.flatMap((item) => (item.withheld === null ? [] : [{ field: `items.${item.itemId}`, rule: item.withheld.rule }]));
  const [all] = items.every((item) => item.withheld !== null) ? withheld : [];
  if (all === undefined) return { body: { ...body, items }, withheld };
  // With every item held back, what came with them would tell what they are about.
  return {
    body: {
      ...body, items, onwardIntention: null, advisory: { ...body.advisory, words: null },
      people: body.people.map(({ personId }) => ({ personId, identification: null })),
    },
    withheld: [...withheld, { field: 'people', rule: all.rule }],
  };
}

/**
 * For whoever replays views: the same narrowing by the view's name. Without a purpose each record is read for the one that
 * it came for, which is the most that somebody could have read.
 */
export const disclosureNarrowings = {
  disclosure: (body: unknown, { actor, now, purpose }: { readonly actor: { readonly agency: OrganisationId }; readonly now: Instant; readonly purpose: StatedPurpose | null }): Narrowed => {
    const disclosure = body as DisclosureBody;
    return narrowDisclosure(disclosure, actor, purpose ?? disclosure.useLimitation ?? disclosure.purpose, now);
  },
};
