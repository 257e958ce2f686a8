import { describe, expect, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import type { LawfulBasisSet } from '@mash/law';
import { accepted, at, consent, consentId, council, disclosureId, itemId, made, madeWith, now, organisation, socialWorker } from '../testing/wexcombe.js';
import { acceptingRestrictions, receivingDisclosure } from './receive-disclosure.js';
import type { OwnBasis, ReceiveDisclosureFacts } from './receive-disclosure.js';

const basis: LawfulBasisSet = { regime: 'UKGDPR', barsChecked: [], article6: 'e', article10Condition: 'OFFICIAL_AUTHORITY', gateways: ['CA1989_S47_1'] };
const own = (changes: Partial<OwnBasis> = {}): OwnBasis => ({ itemId, basis, noConsentReason: null, ...changes });
const onConsent = madeWith({ consentPosition: 'GIVEN', consentId });
const receiving = (bases: readonly OwnBasis[], history = made(), known: Partial<ReceiveDisclosureFacts> = {}) => decisionSpec(receivingDisclosure).given(history)
  .knowing({ now, organisation: organisation(), consents: new Map([[consentId, consent({ mayBeReliedOnBy: [council] })]]), someoneAtRisk: true, ...known })
  .when({ disclosureId, by: socialWorker, bases });

describe('accepting restrictions', () => {
  it('5.R2 is recorded once', () => {
    decisionSpec(acceptingRestrictions).given(made()).knowing(null).when({ disclosureId, by: socialWorker }).expectEvents(accepted);
    decisionSpec(acceptingRestrictions).given(made(), accepted).knowing(null).when({ disclosureId, by: socialWorker }).expectNothing();
  });
});

describe('receiving a disclosure', () => {
  it('records a basis of the recipient’s own for each item', () => expect(receiving([own()]).events()).toMatchObject([
    { type: 'DisclosureReceived', data: { bases: [{ itemId, basis: { article6: 'e' }, words: null }] } },
  ]));
  it('keeps the words of the basis sealed for the recipient', () =>
    expect(receiving([own({ basis: { ...basis, humanRightsNote: 'Weighed.' } })]).events()).toMatchObject([{ data: { bases: [{ words: {
      $personal: true, holders: [{ controller: council.organisation }], value: { humanRightsNote: 'Weighed.' },
    } }] } }]));
  it('5.3 is refused with an item left out', () => receiving([]).expectRejection('5.3 NOT_ONE_BASIS_EACH'));
  it('4.R1 is refused for health information without a point of Article 9', () =>
    receiving([own()], madeWith({ specialCategory: true })).expectRejection('4.R1 SPECIAL_CATEGORY_WITHOUT_ART9'));
  it('4.R3 is refused on legitimate interests of a council', () =>
    receiving([own({ basis: { ...basis, article6: 'f' } })]).expectRejection('4.R3 LEGITIMATE_INTERESTS_BARRED'));
  it('4.R7 asks who is protected', () =>
    receiving([own({ basis: { ...basis, article10Condition: 'P18' }, noConsentReason: 'PREJUDICE_PROTECTION' })], made(), { someoneAtRisk: false })
      .expectRejection('4.R7 SAFEGUARDING_CONDITION_WITHOUT_PERSON_AT_RISK'));
  it('3.R8 may rest on the consent alone where the item came on one', () =>
    expect(receiving([own({ basis: 'CONSENT_ALONE' })], onConsent).events()).toMatchObject([{ data: { bases: [{ basis: 'CONSENT_ALONE' }] } }]));
  it('3.R8 is refused on a consent that was never given', () => receiving([own({ basis: 'CONSENT_ALONE' })]).expectRejection('3.R8 NO_CONSENT_TO_REST_ON'));
  it('3.R8 is refused on a consent that was withdrawn', () =>
    receiving([own({ basis: 'CONSENT_ALONE' })], onConsent, { consents: new Map([[consentId, consent({ status: 'WITHDRAWN', withdrawnAt: at('2026-11-10T09:00') })]]) })
      .expectRejection('3.R8 CONSENT_WITHDRAWN'));
  it('3.R12 is refused a second time: no basis is exchanged for another afterwards', () => {
    const [received] = receiving([own()]).events();
    if (received === undefined) throw new TypeError('Nothing was received.');
    decisionSpec(receivingDisclosure).given(made(), received).knowing({ now, organisation: organisation(), consents: new Map(), someoneAtRisk: true })
      .when({ disclosureId, by: socialWorker, bases: [own()] }).expectRejection('3.R12 BASIS_ALREADY_RECORDED');
  });
});
