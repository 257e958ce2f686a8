import type { SearchFound } from './people.operations.js';

const reasons: Readonly<Record<string, string>> = {
  SAME_NHS_NUMBER: 'the same NHS number', SAME_NAME_AND_BIRTH: 'the same family name and date of birth',
  ALIKE_NAME_AND_GIVEN_NAME: 'a family name and a given name that sound alike', SAME_FAMILY_NAME: 'the same family name', ALIKE_FAMILY_NAME: 'a family name that sounds alike',
};

/** Why somebody came back from a search. */
export const whyMatched = (why: readonly string[]): string => why.map((code) => reasons[code] ?? code.toLowerCase().replaceAll('_', ' ')).join(', ');

const kinds: Readonly<Record<string, string>> = {
  OWN: 'Your unit holds a record', ASKED_ABOUT: 'Your unit was asked about them', DISCLOSED: 'Your unit received information about them',
  MARKER: 'Another agency lets you know that it knows them, and whom to ring',
};
export const knownAs = (kind: string): string => kinds[kind] ?? kind;

/** What was searched for, in words. */
export const criteriaWords = ({ searched: criteria }: SearchFound): readonly string[] => [
  criteria.familyName === null ? '' : `family name ${criteria.familyName}`, criteria.givenName === null ? '' : `given name ${criteria.givenName}`,
  criteria.dateOfBirth === null ? '' : `born ${criteria.dateOfBirth}`, criteria.nhsNumber === null ? '' : `NHS number ${criteria.nhsNumber}`,
].filter((part) => part !== '');
