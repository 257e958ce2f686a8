import { describe, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { consentId, disclosureId, itemId, made, madeWith } from '../testing/wexcombe.js';
import { losingConsent } from './lose-consent.js';

describe('a consent withdrawn between claim and disclosure', () => {
  it('3.R8 is written down beside the disclosure', () =>
    decisionSpec(losingConsent).given(madeWith({ consentPosition: 'GIVEN', consentId })).knowing(null).when({ disclosureId, consentId })
      .expectEvents({ type: 'ConsentLost', schema: 1, data: { disclosureId, consentId, items: [itemId] } }));
  it('concerns only what rests on it', () => decisionSpec(losingConsent).given(made()).knowing(null).when({ disclosureId, consentId }).expectNothing());
});
