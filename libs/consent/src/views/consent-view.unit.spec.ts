import { describe, expect, it } from '@jest/globals';
import { ViewMap } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import { consentId, consentRecorded, council, enquiryId, mother, now, reliance, trust } from '../testing/wexcombe.js';
import { consentView } from './consent-view.js';

const relied = { type: 'ConsentReliedUpon', schema: 1, data: { consentId, ...reliance } } as const;
const withdrawn = { type: 'ConsentWithdrawn', schema: 1, data: { consentId, at: now, reportedBy: council, words: null, underReview: [reliance] } } as const;
const rowFor = (unit: string, ...events: Parameters<typeof recorded>[0]) => {
  const map = new ViewMap(consentView);
  for (const each of recorded(events as (typeof withdrawn)[])) map.apply(each);
  return map.get(`${consentId}/${unit}`);
};

describe('the view of consents', () => {
  it('has one row for each party, seen by its unit alone', () =>
    viewSpec(consentView).given(consentRecorded()).expectRows({
      [`${consentId}/${trust.unit}`]: { agency: trust.organisation, units: [trust.unit], status: 'GIVEN', enquiryId, lookups: [`consent:${consentId}`, `enquiry:${enquiryId}`] },
      [`${consentId}/${council.unit}`]: { agency: council.organisation, units: [council.unit], status: 'GIVEN' },
    }));
  it('3.R5 shows an invalid consent as invalid', () =>
    expect(rowFor(trust.unit, consentRecorded({ invalidBecause: ['3.R5'] }))).toMatchObject({ status: 'INVALID', body: { invalidBecause: ['3.R5'] } }));
  it('shows the withdrawal, and who had relied, to every party', () => {
    const events = [consentRecorded(), relied, withdrawn];
    const body = { status: 'WITHDRAWN', reliances: [reliance], withdrawal: { at: now, reportedBy: council, words: null } };
    expect(rowFor(trust.unit, ...events)).toMatchObject({ status: 'WITHDRAWN', body });
    expect(rowFor(council.unit, ...events)).toMatchObject({ status: 'WITHDRAWN', body });
  });
  it('shows a refusal to whoever asked', () => {
    const { giverName, words, giver, obtainedBy } = consentRecorded().data;
    viewSpec(consentView)
      .given({ type: 'ConsentRefused', schema: 1, data: { consentId, enquiryId, giver, giverName, about: [mother], obtainedBy, at: now, words } })
      .expectRows({ [`${consentId}/${trust.unit}`]: { status: 'REFUSED', agency: trust.organisation } });
  });
});
