import type { PersonDetails, SearchCriteria } from '@mash/person-events';
import { soundKey } from './sounds-like.js';

/** Why somebody was found, strongest first. */
export const matchReasons = {
  SAME_NHS_NUMBER: { label: 'The same NHS number' },
  SAME_NAME_AND_BIRTH: { label: 'The same family name and date of birth' },
  ALIKE_NAME_AND_GIVEN_NAME: { label: 'A family name that sounds alike, and a given name that does' },
  SAME_FAMILY_NAME: { label: 'The same family name' },
  ALIKE_FAMILY_NAME: { label: 'A family name that sounds alike' },
} as const;
export type MatchReason = keyof typeof matchReasons;

/** One way to be found: somebody whose row has all these terms matches for this reason. */
export interface SearchTerms {
  readonly why: MatchReason;
  readonly terms: readonly string[];
}

/** Lower case without accents, apostrophes or hyphens: "O’Brien" and "Obrien" are one name. */
export const normalised = (name: string): string =>
  name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]/g, '');

const familyTerms = (name: string): string[] => {
  const text = normalised(name);
  return text === '' ? [] : [`name:${text}`, `sounds:${soundKey(text)}`];
};

const givenTerms = (name: string): string[] => {
  // Only the first of several given names: the others are left out as often as not.
  const text = normalised(name.trim().split(/\s+/)[0] ?? '');
  return text === '' ? [] : [`given:${text}`, `givenSounds:${soundKey(text)}`];
};

/** Words and numbers under which a person is found. An estimated birth is no date to be found by. */
export function termsOf(details: Partial<PersonDetails>): string[] {
  const other = (details.alsoKnownAs ?? []).flatMap((name) => {
    const words = name.trim().split(/\s+/);
    return [...familyTerms(words.at(-1) ?? ''), ...words.length > 1 ? givenTerms(words[0] ?? '') : []];
  });
  return [...new Set([
    ...familyTerms(details.familyName ?? ''), ...givenTerms(details.givenName ?? ''), ...other,
    ...details.birth?.kind === 'EXACT' ? [`born:${details.birth.on}`] : [],
    ...details.nhsNumber ? [`nhs:${details.nhsNumber}`] : [],
  ])];
}

/** The ways in which these criteria can find somebody, strongest first. A family name alone casts a wide net. */
export function searchTermsOf({ familyName, givenName, dateOfBirth, nhsNumber }: SearchCriteria): SearchTerms[] {
  const [name, sounds] = familyTerms(familyName ?? '');
  const [, givenSounds] = givenTerms(givenName ?? '');
  const ways: SearchTerms[] = [];
  if (nhsNumber) ways.push({ why: 'SAME_NHS_NUMBER', terms: [`nhs:${nhsNumber}`] });
  if (name === undefined || sounds === undefined) return ways;
  if (dateOfBirth) ways.push({ why: 'SAME_NAME_AND_BIRTH', terms: [name, `born:${dateOfBirth}`] });
  if (givenSounds !== undefined) ways.push({ why: 'ALIKE_NAME_AND_GIVEN_NAME', terms: [sounds, givenSounds] });
  if (!dateOfBirth && givenSounds === undefined) {
    ways.push({ why: 'SAME_FAMILY_NAME', terms: [name] }, { why: 'ALIKE_FAMILY_NAME', terms: [sounds] });
  }
  return ways;
}
