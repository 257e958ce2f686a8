import type { PersonDetails } from '@mash/person-events';
import type { Identifier } from './asking.js';

/** As much of who somebody is as was named, and as is known: a request carries nothing else of it (1.R14). */
export function identify(known: PersonDetails | null, by: readonly Identifier[]): Partial<PersonDetails> {
  if (known === null) return {};
  const { givenName, familyName, birth, nhsNumber } = known;
  return {
    ...by.includes('NAME') && (givenName !== null || familyName !== null) ? { givenName, familyName } : {},
    ...by.includes('BIRTH') && birth.kind !== 'UNKNOWN' ? { birth } : {},
    ...by.includes('NHS_NUMBER') && nhsNumber !== null ? { nhsNumber } : {},
  };
}
