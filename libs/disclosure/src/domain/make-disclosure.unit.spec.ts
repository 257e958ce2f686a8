import { describe, expect, it } from '@jest/globals';
import type { DecisionFacts } from '@mash/decision-events';
import { decisionSpec } from '@mash/kernel/testing';
import {
  at, child, consent, consentId, council, decidedItem, decision, facts, item, make, made, officer, organisation, police, request, requestId, restricted,
  school, socialWorker, teacher,
} from '../testing/wexcombe.js';
import type { MakeDisclosureCommand, MakeDisclosureFacts } from './make-disclosure.js';
import { makingDisclosure } from './make-disclosure.js';
import { claimsOf } from './rest-on-consent.js';
import { readyItems } from './make-disclosure.js';

const making = (changes: Partial<MakeDisclosureCommand> = {}, known: Partial<MakeDisclosureFacts> = {}) =>
  decisionSpec(makingDisclosure).given().knowing(facts(known)).when(make(changes));
const under = (changes: Partial<DecisionFacts>) => making({}, { decision: decision(changes) });

describe('disclosing', () => {
  it('is recorded under its decision, with what the decision says of each item', () => expect(making().events()).toMatchObject([{ type: 'DisclosureMade', data: {
    kind: 'ANSWER', requestId, useLimitation: null, irregular: [], methodEvidence: null,
    items: [{ category: 'POLICE', consentPosition: 'NOT_SOUGHT', criminalOffence: true, originator: police.organisation, content: {
      $personal: true, holders: [{ controller: police.organisation }, { controller: council.organisation }],
    } }],
  } }]));
  it('is refused over an existing record', () =>
    decisionSpec(makingDisclosure).given(made()).knowing(facts()).when(make()).expectRejection('5.1 ALREADY_DISCLOSED'));

  it('2.R1 is refused without a decision', () => making({ decisionId: null }, { decision: null }).expectRejection('2.R1 NO_DECISION_TO_SHARE'));
  it('2.R1 is refused under a decision not to share', () => under({ outcome: 'DO_NOT_SHARE' }).expectRejection('2.R1 NO_DECISION_TO_SHARE'));
  it('2.R1 is refused under a decision that was replaced', () => under({ supersededBy: decision().decisionId }).expectRejection('2.R1 NO_DECISION_TO_SHARE'));
  it('2.R1 is refused for another purpose', () => under({ purpose: 'PROTECT_ADULT' }).expectRejection('2.R1 DECIDED_FOR_OTHER_PURPOSE'));
  it('2.R1 is refused to another recipient', () => under({ recipients: [{ ...school, practitioner: null }] }).expectRejection('2.R1 DECIDED_FOR_OTHER_RECIPIENT'));
  it('2.R1 is refused to another person of the unit when one was named', () =>
    under({ recipients: [{ ...council, practitioner: teacher }] }).expectRejection('2.R1 DECIDED_FOR_OTHER_RECIPIENT'));
  it('2.R1 is refused for an item that was decided not to be shared', () => under({ items: [decidedItem({ share: false })] }).expectRejection('2.R1 ITEM_NOT_DECIDED'));
  it('2.R1 is refused about people whom the decision did not consider', () =>
    making({ items: [item({ about: [{ personId: child, capacity: 'CHILD' }] })] }).expectRejection('2.R1 ABOUT_OTHERS'));
  it('5.R5 does not let out what was received by another door', () =>
    under({ items: [decidedItem({ drawnFrom: { disclosureId: made().data.disclosureId, itemId: item().itemId } })] }).expectRejection('5.R5 SHARE_ONWARD_INSTEAD'));

  it('1.R7 limits what answers a statutory request to its purpose', () =>
    expect(making({ purpose: 'LOCAL_PRACTICE_REVIEW' }, {
      decision: decision({ purpose: 'LOCAL_PRACTICE_REVIEW' }),
      request: request({ purpose: 'LOCAL_PRACTICE_REVIEW', statutory: { power: 'CA2004_S16H', statutoryFunction: 'S16F', issuer: council.organisation, recipients: [] } }),
    }).events()).toMatchObject([{ data: { useLimitation: 'LOCAL_PRACTICE_REVIEW' } }]));
});

describe('the recipient', () => {
  const concern = { kind: 'CONCERN', recipient: { ...council, practitioner: null, name: null } } as const;
  it('5.1 is a named person', () => making({ recipient: concern.recipient }).expectRejection('5.1 RECIPIENT_NOT_NAMED'));
  it('5.1 may be the front door of the hub for a concern', () => expect(making(concern).events()).toHaveLength(1));
  it('5.1 works in the unit named', () => making({}, { recipientWorksThere: false }).expectRejection('5.1 RECIPIENT_NOT_IN_UNIT'));
  it('5.R1 is told that consent was not sought', () =>
    making({ advisory: { given: false, withheldReason: null, words: null } }).expectRejection('5.R1 CONSENT_ADVISORY_MISSING'));
  it('5.R1 is not told where that would endanger somebody, and cannot read why', () => {
    const [event] = making({ advisory: { given: false, withheldReason: 'RISK_TO_PERSON', words: 'The recipient is related to him.' } }).events();
    expect(event).toMatchObject({ data: { advisory: { withheldReason: 'RISK_TO_PERSON', words: { holders: [{ controller: police.organisation }] } } } });
    expect(event?.type === 'DisclosureMade' && event.data.advisory.words?.holders).toHaveLength(1);
  });
  it('5.R1 is told unless one of the two reasons holds', () =>
    making({ advisory: { given: false, withheldReason: 'AWKWARD', words: 'It would be awkward.' } }).expectRejection('5.R1 CONSENT_ADVISORY_MISSING'));
});

describe('an item', () => {
  const only = (changes: Parameters<typeof item>[0]) => making({ items: [item(changes)] });
  it('5.R7 that is an opinion says whose', () => only({ nature: 'OPINION' }).expectRejection('5.R7 OPINION_WITHOUT_HOLDER'));
  it('5.R7 that is about the past says when, and why it matters now', () =>
    only({ historical: true }).expectRejection('5.R7 HISTORICAL_WITHOUT_DATE', '5.R7 HISTORICAL_WITHOUT_EXPLANATION'));
  it('5.4 names those whom a restriction is about', () =>
    only({ restrictions: [restricted('NOT_TO_NAMED_PERSON')] }).expectRejection('5.4 RESTRICTION_NAMES_NOBODY'));
  it('5.4 for named readers names the recipient too', () =>
    only({ restrictions: [restricted('NAMED_RECIPIENTS', { practitioners: [officer] })] }).expectRejection('5.4 RECIPIENT_NOT_AMONG_NAMED'));
  it('5.4 for named readers travels only with items for the same readers', () =>
    making({ items: [
      item({ restrictions: [restricted('NAMED_RECIPIENTS', { practitioners: [socialWorker] })] }),
      item({ restrictions: [restricted('NAMED_RECIPIENTS', { practitioners: [socialWorker, officer] })] }),
    ] }).expectRejection('5.4 NAMED_READERS_DIFFER'));
});

describe('the way it travels', () => {
  const call = {
    method: 'TELEPHONE', callerName: 'Ruth Oyelaran', callerOrg: 'Wexcombe Council', identifiersChecked: ['name', 'organisation'], knownToPractitioner: false,
    callbackNumber: '+44 1632 960200', callbackNumberSource: 'PUBLISHED_SWITCHBOARD', calledBackAt: at('2026-11-10T09:55'), overheardRiskChecked: true,
  } as const;
  const calling = (changes: Partial<typeof call> | object = {}) => making({ method: 'TELEPHONE', evidence: { ...call, ...changes } as MakeDisclosureCommand['evidence'] });
  it('is the telephone after a call-back through the published number', () => expect(calling().events()).toMatchObject([{ data: { method: 'TELEPHONE', methodEvidence: { value: { callerName: 'Ruth Oyelaran' } } } }]));
  it('6.R1 is refused when another number was called back', () => calling({ callbackNumber: '07700 900123' }).expectRejection('6.R1 NOT_THE_PUBLISHED_NUMBER'));
  it('6.R2 is refused when an unknown caller gives no number', () => calling({ callbackNumber: undefined }).expectRejection('6.R2 NO_RETURN_NUMBER'));
  it('6 is refused through the hub to a body without a unit there', () =>
    making({ recipient: { organisation: council.organisation, unit: null, practitioner: null, name: 'Ruth Oyelaran' } }, { other: organisation({ usesHub: false }) })
      .expectRejection('2.R1 DECIDED_FOR_OTHER_RECIPIENT', '6 RECIPIENT_NOT_ON_HUB'));
});

describe('resting on a consent', () => {
  const resting = decision({ items: [decidedItem({ consentPosition: 'GIVEN', consentId, notSoughtReason: null })] });
  const on = (changes: Parameters<typeof consent>[0]) => making({}, { decision: resting, consents: new Map([[consentId, consent(changes)]]) });
  it('is claimed for the items that do', () => {
    const command = make();
    expect(claimsOf({ ...command, recipient: council.organisation, items: readyItems(command, resting) })).toMatchObject([
      { consentId, items: [item().itemId], recipient: council.organisation, share: { sender: police, categories: ['POLICE'] } },
    ]);
  });
  it('is recorded when the consent covers it', () => expect(on({}).events()).toMatchObject([{ data: { items: [{ consentPosition: 'GIVEN', consentId }] } }]));
  it('3.R7 is refused when the consent has expired', () => on({ expires: at('2026-11-10T10:00') }).expectRejection('3.R7 CONSENT_EXPIRED'));
  it('3.R5 is refused when the consent is invalid', () => on({ invalidBecause: ['3.R5'] }).expectRejection('3.R5 CONSENT_INVALID'));
  it('3.R8 is refused once the consent is withdrawn', () =>
    on({ status: 'WITHDRAWN', withdrawnAt: at('2026-11-10T09:59') }).expectRejection('3.R8 CONSENT_WITHDRAWN'));
});
