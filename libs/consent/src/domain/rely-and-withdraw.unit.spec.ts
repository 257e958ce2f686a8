import type { RestingShare } from '@mash/consent-events';
import { relyingOnConsent } from '@mash/consent-events';
import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { at, consentId, consentRecorded, council, disclosureId, itemId, mother, now, reliance, school, trust } from '../testing/wexcombe.js';
import { releasingReliance } from './release-reliance.js';
import { withdrawingConsent } from './withdraw-consent.js';

const share: RestingShare = {
  sender: trust, purpose: 'PROTECT_CHILD', categories: ['HEALTH'], recipients: [council.organisation], onArticle9a: false,
};
const relied = { type: 'ConsentReliedUpon', schema: 1, data: { consentId, ...reliance } } as const;
const withdrawn = { type: 'ConsentWithdrawn', schema: 1, data: {
  consentId, at: at('2026-11-10T08:00'), reportedBy: council, words: null, underReview: [],
} } as const;

const relying = (changes: Partial<RestingShare> = {}, recorded = consentRecorded(), when: Instant = now) =>
  decisionSpec(relyingOnConsent).given(recorded).knowing({ now: when })
    .when({ consentId, disclosureId, items: [itemId], share: { ...share, ...changes }, recipient: council.organisation });

describe('relying on a consent', () => {
  it('is claimed on the consent itself', () => relying().expectEvents(relied));
  it('is claimed once for a disclosure', () =>
    decisionSpec(relyingOnConsent).given(consentRecorded(), relied).knowing({ now })
      .when({ consentId, disclosureId, items: [itemId], share, recipient: council.organisation }).expectNothing());
  it('3.R7 is refused for another purpose', () => relying({ purpose: 'PROTECT_ADULT' }).expectRejection('3.R7 CONSENT_NOT_FOR_PURPOSE'));
  it('3.R7 is refused for other information', () => relying({ categories: ['HEALTH', 'POLICE'] }).expectRejection('3.R7 CONSENT_NOT_FOR_CATEGORY'));
  it('3.R7 is refused for another recipient', () => relying({ recipients: [school.organisation] }).expectRejection('3.R7 CONSENT_NOT_FOR_RECIPIENT'));
  it('3.R7 is refused to a sender who was not named', () => relying({ sender: school }).expectRejection('3.R7 CONSENT_NOT_FOR_SENDER'));
  it('3.R7 is refused at the moment it expires', () => relying({}, consentRecorded({ expires: now })).expectRejection('3.R7 CONSENT_EXPIRED'));
  it('3.R7 is refused where none was given', () =>
    decisionSpec(relyingOnConsent).given().knowing({ now })
      .when({ consentId, disclosureId, items: [itemId], share, recipient: council.organisation }).expectRejection('3.R7 NO_CONSENT'));
  it('3.R5 is refused when the consent is invalid', () => relying({}, consentRecorded({ invalidBecause: ['3.R5'] })).expectRejection('3.R5 CONSENT_INVALID'));
  it('3.R6 is refused under Article 9(2)(a) when the consent is not explicit', () =>
    relying({ onArticle9a: true }, consentRecorded({ kind: 'ORDINARY' })).expectRejection('3.R6 EXPLICIT_CONSENT_NEEDED'));
  it('3.R8 is refused from the withdrawal on', () =>
    decisionSpec(relyingOnConsent).given(consentRecorded(), withdrawn).knowing({ now })
      .when({ consentId, disclosureId, items: [itemId], share, recipient: council.organisation }).expectRejection('3.R8 CONSENT_WITHDRAWN'));
});

describe('withdrawing a consent', () => {
  const command = { consentId, reportedBy: council, at: at('2026-11-10T08:00'), words: null };

  it('3.R8 lists everything that rests on it in the same event', () =>
    decisionSpec(withdrawingConsent).given(consentRecorded(), relied).knowing({ now }).when(command)
      .expectEvents({ ...withdrawn, data: { ...withdrawn.data, underReview: [reliance] } }));
  it('leaves out a claim that was released', () =>
    decisionSpec(withdrawingConsent).given(consentRecorded(), relied, { type: 'RelianceReleased', schema: 1, data: { consentId, disclosureId } })
      .knowing({ now }).when(command).expectEvents(withdrawn));
  it('happens once', () => decisionSpec(withdrawingConsent).given(consentRecorded(), withdrawn).knowing({ now }).when(command).expectNothing());
  it('answers a party with no part in it like a missing record', () =>
    expect(() => decisionSpec(withdrawingConsent).given(consentRecorded()).knowing({ now }).when({ ...command, reportedBy: school })).toThrow(NotFound));
  it('is refused where nothing was given', () => {
    const { obtainedBy, enquiryId, giver, giverName, words } = consentRecorded().data;
    decisionSpec(withdrawingConsent)
      .given({ type: 'ConsentRefused', schema: 1, data: { consentId, enquiryId, giver, giverName, about: [mother], obtainedBy, at: now, words } })
      .knowing({ now }).when({ ...command, reportedBy: trust }).expectRejection('3.R8 NOTHING_TO_WITHDRAW');
  });
});

describe('releasing a claim', () => {
  const release = { consentId, disclosureId };
  it('happens when the disclosure was never made', () =>
    decisionSpec(releasingReliance).given(consentRecorded(), relied).knowing({ disclosureMade: false }).when(release)
      .expectEvents({ type: 'RelianceReleased', schema: 1, data: release }));
  it('never happens once the disclosure was made', () =>
    decisionSpec(releasingReliance).given(consentRecorded(), relied).knowing({ disclosureMade: true }).when(release).expectNothing());
  it('does nothing without a claim', () =>
    decisionSpec(releasingReliance).given(consentRecorded()).knowing({ disclosureMade: false }).when(release).expectNothing());
});
