import type { schema } from '@mash/web-data-access';
import type { SummaryRow } from '@mash/web-ui';
import { Private, dayText } from '@mash/web-ui';
import { formatNhsNumber, parseNhsNumber } from '@mash/law';

/** Who somebody is, as far as this reader may know. */
export type Identification = schema.Identification;

const birthKinds: Readonly<Record<string, string>> = { EXACT: '', ESTIMATED: ' (estimated)', EXPECTED: ' (expected)' };
export const sexes: Readonly<Record<string, { readonly label: string }>> = {
  FEMALE: { label: 'Female' }, MALE: { label: 'Male' }, OTHER: { label: 'Other' }, UNKNOWN: { label: 'Not known' },
};

/** A birth in words. */
export const birthText = (birth: Identification['birth']): string =>
  (birth?.on === undefined || birth.on === null ? 'Not known' : `${dayText(birth.on)}${birthKinds[birth.kind] ?? ''}`);

const spaced = (raw: string): string => { const read = parseNhsNumber(raw, { allowTestRange: true }); return read.ok ? formatNhsNumber(read.value) : raw; };

/** What is known of somebody, as rows; hidden with the names. */
export const identificationRows = (of: Identification | null): readonly SummaryRow[] => (of === null ? [] : [
  ['Also known as', of.alsoKnownAs === null || of.alsoKnownAs.length === 0 ? null : <Private>{of.alsoKnownAs.join(', ')}</Private>],
  [of.birth?.kind === 'EXPECTED' ? 'Expected birth' : 'Date of birth', <Private>{birthText(of.birth)}</Private>],
  ['Sex', of.sex === null ? null : sexes[of.sex]?.label ?? of.sex],
  ['NHS number', <Private>{of.nhsNumber === null ? 'Not known' : spaced(of.nhsNumber)}</Private>],
  ['Address', of.address === null ? null : <Private>{of.address}</Private>],
]);
