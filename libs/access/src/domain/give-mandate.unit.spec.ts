import { describe, it } from '@jest/globals';
import type { Instant, MandateId, OrganisationId, PractitionerId } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { givingMandate } from './give-mandate.js';

const { given } = decisionSpec(givingMandate);
const council = 'c0000000-0000-4000-8000-000000000001' as OrganisationId;
const mandate = {
  mandateId: 'a0000000-0000-4000-8000-000000000001' as MandateId, auditor: 'b0000000-0000-4000-8000-000000000001' as PractitionerId,
  agency: council, givenBy: 'b0000000-0000-4000-8000-000000000002' as PractitionerId,
  from: '2026-11-01T00:00:00.000Z' as Instant, until: '2026-12-01T00:00:00.000Z' as Instant, purpose: 'Practice review',
};

describe('giving a mandate', () => {
  it('11.R18 is recorded for one agency, a period and a purpose', () => {
    const [event] = given().knowing({ auditorAgency: council }).when(mandate).events();
    if (event?.type !== 'MandateGiven' || event.data.agency !== council || event.data.purpose.value !== 'Practice review') throw new Error('another event');
  });
  it('11.R18 is refused to somebody who is no auditor', () =>
    given().knowing({ auditorAgency: null }).when(mandate).expectRejection('11.R18 NOT_AN_AUDITOR'));
  it('11.R18 is refused for a period that ends before it begins', () =>
    given().knowing({ auditorAgency: council }).when({ ...mandate, until: mandate.from }).expectRejection('11.R18 PERIOD_EMPTY'));
});
