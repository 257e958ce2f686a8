import { describe, expect, it } from '@jest/globals';
import { adaPelham } from '../testing/pelhams.js';
import { soundKey } from './sounds-like.js';
import { searchTermsOf, termsOf } from './terms.js';

const criteria = { familyName: null, givenName: null, dateOfBirth: null, nhsNumber: null };
const finds = (over: Partial<Record<keyof typeof criteria, string>>, terms: readonly string[]): string[] =>
  searchTermsOf({ ...criteria, ...over }).filter((way) => way.terms.every((term) => terms.includes(term))).map((way) => way.why);

describe('the terms of a person', () => {
  it('hold names, sounds, birth and number, normalised', () => expect(termsOf(adaPelham)).toEqual([
    'name:pelham', 'sounds:p450', 'given:ada', 'givenSounds:a300', 'born:2017-03-04', 'nhs:9990000018']));
  it('leave out accents and apostrophes', () => expect(termsOf({ familyName: 'O’Neïll-Bray' })).toContain('name:oneillbray'));
  it('hold no birth that is only estimated', () =>
    expect(termsOf({ ...adaPelham, birth: { kind: 'ESTIMATED', on: '2017-03-04' } })).not.toContain('born:2017-03-04'));
  it('hold other names', () => expect(termsOf({ alsoKnownAs: ['Addie Crane'] })).toEqual(expect.arrayContaining(['name:crane', 'given:addie'])));
  it('are none when nothing is known', () =>
    expect(termsOf({ givenName: null, familyName: null, alsoKnownAs: [], birth: { kind: 'UNKNOWN' }, nhsNumber: null })).toEqual([]));
});

describe('a search', () => {
  const terms = termsOf(adaPelham);
  it('finds by the exact NHS number alone', () => expect(finds({ nhsNumber: '9990000018', familyName: 'Crane' }, terms)).toEqual(['SAME_NHS_NUMBER']));
  it('finds by family name and birth, whatever the given name', () =>
    expect(finds({ familyName: 'PELHAM', givenName: 'Zoe', dateOfBirth: '2017-03-04' }, terms)).toEqual(['SAME_NAME_AND_BIRTH']));
  it('finds by names that sound alike, whatever the birth', () =>
    expect(finds({ familyName: 'Pellam', givenName: 'Adah', dateOfBirth: '2016-01-01' }, terms)).toEqual(['ALIKE_NAME_AND_GIVEN_NAME']));
  it('casts a wide net for a family name alone', () => expect(finds({ familyName: 'Pelham' }, terms)).toEqual(['SAME_FAMILY_NAME', 'ALIKE_FAMILY_NAME']));
  it('does not find another child of the same name', () => expect(finds({ familyName: 'Pelham', givenName: 'Zoe', dateOfBirth: '2012-12-12' }, terms)).toEqual([]));
});

describe('names that sound alike', () => {
  it.each([['robert', 'rupert'], ['pelham', 'pellam'], ['smith', 'smyth']])('%s and %s share a key', (one, other) => expect(soundKey(one)).toBe(soundKey(other)));
  it.each([['pelham', 'crane'], ['ashcroft', 'archer']])('%s and %s do not', (one, other) => expect(soundKey(one)).not.toBe(soundKey(other)));
});
