import { describe, expect, it } from '@jest/globals';
import { Rejected, heldBy, personFile, personal } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { ada, adaPelham, at, finn, hub, registered, school, search, trust } from '../testing/pelhams.js';
import type { RegisterPersonCommand, RegisterPersonFacts } from './register-person.js';
import { registeringPerson } from './register-person.js';
import { relatingPeople } from './relate-people.js';
import { recordingAddress } from './record-address.js';
import { readCriteria } from './search-people.js';

const now = at('2026-11-02T09:00:00.000Z');
const criteria = { familyName: 'Pelham', givenName: null, dateOfBirth: null, nhsNumber: null };
const searched = { by: school, at: at('2026-11-01T10:00:00.000Z'), criteria, matches: [] };
const facts: RegisterPersonFacts = { now, search: searched, hubs: [hub], allowTestNumbers: true };
const command: RegisterPersonCommand = { personId: ada, by: school, searchId: search, details: adaPelham, existenceMarker: false, notTheSameAs: [] };
const knowing = (over: Partial<RegisterPersonFacts> = {}) => decisionSpec(registeringPerson).given().knowing({ ...facts, ...over });

describe('registering a person', () => {
  it('seals the details for the registering agency', () => knowing().when(command).expectEvents(registered()));
  it('13.R3 refuses without a search', () => knowing({ search: null }).when(command).expectRejection('13.R3 NOT_SEARCHED'));
  it('13.R3 refuses on the search of another unit', () =>
    knowing({ search: { ...searched, by: trust } }).when(command).expectRejection('13.R3 NOT_SEARCHED'));
  it('13.R3 refuses on a search of more than 24 hours ago', () =>
    knowing({ search: { ...searched, at: at('2026-11-01T08:59:59.999Z') } }).when(command).expectRejection('13.R3 NOT_SEARCHED'));
  it('13.R3 refuses on a search for somebody else', () =>
    knowing({ search: { ...searched, criteria: { ...criteria, familyName: 'Crane' } } }).when(command).expectRejection('13.R3 SEARCHED_FOR_ANOTHER'));
  it('13.R3 refuses while a near match is not explained', () => {
    const found = knowing({ search: { ...searched, matches: [finn] } });
    found.when(command).expectRejection('13.R3 NEAR_MATCH_NOT_EXPLAINED');
    found.when({ ...command, notTheSameAs: [{ personId: finn, why: ' ' }] }).expectRejection('13.R3 NEAR_MATCH_NOT_EXPLAINED');
    found.when({ ...command, notTheSameAs: [{ personId: finn, why: 'Her brother.' }] }).expectEvents(registered({
      notTheSameAs: [{ personId: finn, why: personal(`person:${ada}:not:${finn}`, heldBy(personFile(ada), school.organisation), 'Her brother.') }],
    }));
  });
  it('5.R9 names the hubs for a marker only where the agency allows one', () => {
    knowing().when({ ...command, existenceMarker: true }).expectEvents(registered({ existenceMarker: true, markerFor: [hub] }));
    knowing({ hubs: [school] }).when({ ...command, existenceMarker: true }).expectEvents(registered({ existenceMarker: true, markerFor: [] }));
  });
  it('13.1 refuses a number of the test range in production', () =>
    knowing({ allowTestNumbers: false }).when(command).expectRejection('13.1 NHS_NUMBER_UNREADABLE'));
  it('13.8 admits somebody of whom next to nothing is known', () => void knowing().when({ ...command, details: {
    givenName: null, familyName: null, alsoKnownAs: [], birth: { kind: 'UNKNOWN' }, sex: 'UNKNOWN', nhsNumber: null, address: null } }).events());
  it('13.8 refuses a birth that is called exact and has no day', () =>
    knowing().when({ ...command, details: { ...adaPelham, birth: { kind: 'EXACT', on: '' } } }).expectRejection('13.8 DAY_MISSING'));
  it('13.8 admits an unborn child, and refuses one whose birth has passed', () => {
    knowing().when({ ...command, details: { ...adaPelham, nhsNumber: null, birth: { kind: 'EXPECTED', on: '2027-02-01' } } }).events();
    knowing().when({ ...command, details: { ...adaPelham, birth: { kind: 'EXPECTED', on: '2026-10-01' } } }).expectRejection('13.8 EXPECTED_BIRTH_PAST');
    knowing().when({ ...command, details: { ...adaPelham, birth: { kind: 'EXACT', on: '2027-02-01' } } }).expectRejection('13.8 BIRTH_IN_FUTURE');
  });
});

describe('the criteria of a search', () => {
  const reasons = (over: Partial<typeof criteria> & { nhsNumber?: string | null }): string[] => {
    try {
      readCriteria({ ...criteria, ...over } as typeof criteria, true);
      return [];
    } catch (error) {
      return error instanceof Rejected ? error.reasons.map((each) => `${each.rule} ${each.code}`) : ['fault'];
    }
  };
  it('13.R3 need a family name or an NHS number', () => expect(reasons({ familyName: ' ' } as Partial<typeof criteria>)).toEqual(['13.R3 CRITERIA_TOO_FEW']));
  it('13.1 refuse a number whose check digit is wrong', () =>
    expect(reasons({ nhsNumber: '999 000 0019' } as never)).toEqual(['13.1 NHS_NUMBER_UNREADABLE']));
  it('are read into canonical form', () =>
    expect(readCriteria({ ...criteria, nhsNumber: '999 000 0018' } as never, true)).toEqual({ ...criteria, nhsNumber: '9990000018' }));
});

describe('what a unit adds to a person', () => {
  it('is a relation, once', () => {
    const command = { personId: ada, by: school, to: finn, relation: 'SIBLING_OF' } as const;
    const related = { type: 'PersonRelated', schema: 1, data: command } as const;
    decisionSpec(relatingPeople).given(registered()).knowing(null).when(command).expectEvents(related);
    decisionSpec(relatingPeople).given(registered(), related).knowing(null).when(command).expectNothing();
    decisionSpec(relatingPeople).given(registered()).knowing(null).when({ ...command, to: ada }).expectRejection('13.8 RELATED_TO_SELF');
  });
  it('13.5 is an address in an area that has a code', () => decisionSpec(recordingAddress).given(registered()).knowing(null).when({
    personId: ada, by: school, placeId: '80000000-0000-4000-8000-000000000001' as never, kind: 'HOME', area: 'Wexcombe', from: now, isProtected: false, address: '4 Mill Lane',
  }).expectRejection('13.5 GSS_UNREADABLE'));
});
