import { describe, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { at, council, councilRegistered, deskOpened, otherDesk, partnerGranted } from '../testing/wexcombe.js';
import { endingCapacity, grantingCapacity } from './hold-capacity.js';
import { openingUnit } from './open-unit.js';
import type { RegisterOrganisationCommand } from './register-organisation.js';
import { registeringOrganisation } from './register-organisation.js';

const registration = decisionSpec(registeringOrganisation).given().knowing(null);
const command: RegisterOrganisationCommand = {
  organisationId: council, name: 'Wexcombe Council', kind: 'LOCAL_AUTHORITY', codes: [{ scheme: 'GSS', value: ' e06000999 ' }],
  publishedNumber: '01632 960001', usesHub: true,
};

describe('registering an organisation', () => {
  it('keeps its codes in canonical form', () => registration.when(command).expectEvents(councilRegistered()));
  it('13.5 refuses a council without its area code', () => registration.when({ ...command, codes: [] }).expectRejection('13.5 GSS_MISSING'));
  it('13.5 refuses an area code of another kind of body', () =>
    registration.when({ ...command, codes: [{ scheme: 'GSS', value: 'E23000099' }] }).expectRejection('13.5 GSS_OF_ANOTHER_KIND'));
  it('13.5 admits a district, which may be asked though it can be no partner', () =>
    registration.when({ ...command, codes: [{ scheme: 'GSS', value: 'E07000999' }] }).expectEvents(councilRegistered('E07000999')));
  it('13.4 refuses a trust whose organisation code cannot be one', () =>
    registration.when({ ...command, kind: 'NHS_TRUST', codes: [{ scheme: 'ODS', value: 'R!' }] }).expectRejection('13.4 ODS_UNREADABLE'));
  it('13.6 refuses a force number that no force has', () =>
    registration.when({ ...command, kind: 'POLICE_FORCE', codes: [{ scheme: 'POLICE_FORCE', value: '99' }] }).expectRejection('13.6 POLICE_FORCE_UNREADABLE'));
  it('13.7 refuses a school whose reference number has not six digits', () =>
    registration.when({ ...command, kind: 'SCHOOL_OR_COLLEGE', codes: [{ scheme: 'URN', value: '12345' }] }).expectRejection('13.7 URN_UNREADABLE'));
  it('admits a charity without a number', () => void registration.when({ ...command, kind: 'CHARITY', codes: [], usesHub: false }).events());
  it('names every fault at once', () => registration.when({ ...command, name: ' ', publishedNumber: 'ask', codes: [] })
    .expectRejection('13.8 NAME_EMPTY', '6.R1 PUBLISHED_NUMBER_UNREADABLE', '13.5 GSS_MISSING'));
});

describe('opening a unit', () => {
  it('refuses a second unit that receives requests', () => decisionSpec(openingUnit).given(councilRegistered(), deskOpened).knowing(null)
    .when({ organisationId: council, unitId: otherDesk, name: 'Annexe', telephone: '01632 960003', receivesRequests: true })
    .expectRejection('13.8 ANOTHER_UNIT_RECEIVES'));
});

describe('holding a capacity', () => {
  const partner = { organisationId: council, capacity: 'SAFEGUARDING_PARTNER', from: at('2020-01-01T00:00:00.000Z') } as const;
  const granting = decisionSpec(grantingCapacity);
  it('begins on its date', () => granting.given(councilRegistered()).knowing(null).when(partner).expectEvents(partnerGranted));
  it('13.R1 refuses a district as safeguarding partner', () =>
    granting.given(councilRegistered('E07000999')).knowing(null).when(partner).expectRejection('13.R1 NOT_A_PARTNER_ENTITY'));
  it('refuses the same capacity twice', () =>
    granting.given(councilRegistered(), partnerGranted).knowing(null).when(partner).expectRejection('13.8 CAPACITY_HELD_ALREADY'));
  it('refuses to end what is not held', () => decisionSpec(endingCapacity).given(councilRegistered()).knowing(null)
    .when({ organisationId: council, capacity: 'S11_BODY', at: at('2026-01-01T00:00:00.000Z') }).expectRejection('13.8 CAPACITY_NOT_HELD'));
});
