import { describe, expect, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import {
  ada, arrangement, arrangementId, asking, at, charity, council, enquiry, enquiryId, force, item, now, organisation, partnerCapacity, requestId, signatory, trust, worker,
} from '../testing/wexcombe.js';
import type { IssueStatutoryRequestCommand, IssueStatutoryRequestFacts } from './issue-statutory-request.js';
import { issuingStatutoryRequest } from './issue-statutory-request.js';

const review = enquiry({ lead: force, grounds: ['PRACTICE_REVIEW_S16F'] });
const facts: IssueStatutoryRequestFacts = {
  now, enquiry: review, asker: organisation(force, 'POLICE_FORCE', { capacities: partnerCapacity }),
  addressee: organisation(charity, 'CHARITY', { usesHub: false, units: [] }), arrangement, recipientNames: ['The reviewer'],
};
const { purpose: _, ...rest } = asking;
const command: IssueStatutoryRequestCommand = {
  asking: { ...rest, requestId, enquiryId, asker: force.organisation, by: signatory, to: { organisation: charity.organisation, unit: null },
    items: [{ itemId: item, about: [ada], question: 'What support was given?', why: 'The review looks at support.', period: '2025' }],
    basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: ['CA2004_S16H'] } },
  power: 'CA2004_S16H', statutoryFunction: 'S16F', arrangementId,
  texts: { purpose: 'To review.', whyNeeded: 'Support is part of it.', necessity: 'Nobody else holds it.', proportionality: 'One year.', burdenConsidered: 'One file.', howS16EServed: null },
  recipients: [{ kind: 'REVIEWER', party: force, practitionerId: worker, reason: null }],
};
const when = (over: Partial<IssueStatutoryRequestCommand>, known: Partial<IssueStatutoryRequestFacts> = {}) =>
  decisionSpec(issuingStatutoryRequest).given().knowing({ ...facts, ...known }).when({ ...command, ...over });
const part = (outcome: ReturnType<typeof when>) => {
  const event = outcome.events()[0];
  return event?.type === 'InformationRequested' ? event.data : null;
};

describe('issuing a statutory request', () => {
  it('carries the power, the purpose it serves and the delegation', () => expect(part(when({}))).toMatchObject({
    purpose: 'LOCAL_PRACTICE_REVIEW', from: force, statutory: { power: 'CA2004_S16H', statutoryFunction: 'S16F', signatory, authorityReference: 'Scheme of delegation 4.2' } }));

  it('1.R1 refuses an organisation that is no partner of the arrangement', () =>
    when({ asking: { ...command.asking, asker: trust.organisation } }, { asker: organisation(trust, 'NHS_TRUST', { capacities: partnerCapacity }) })
      .expectRejectionIncluding('1.R1 ISSUER_NOT_A_PARTNER', '1.6 NOT_A_SIGNATORY'));
  it('1.R1 refuses a partner of an arrangement that does not cover the area', () =>
    when({}, { enquiry: { ...review, area: 'E06000998' } }).expectRejection('1.R1 ISSUER_NOT_A_PARTNER'));
  it('1.R1 refuses a former partner', () => when({}, { asker: organisation(force, 'POLICE_FORCE', {
    capacities: [{ capacity: 'SAFEGUARDING_PARTNER', from: at('2020-01-01T00:00:00.000Z'), to: at('2026-01-01T00:00:00.000Z') }] }) }).expectRejection('1.R1 ISSUER_NOT_A_PARTNER'));
  it('1.6 refuses somebody to whom the power was not delegated, or not yet', () => {
    when({ asking: { ...command.asking, by: worker } }).expectRejection('1.6 NOT_A_SIGNATORY');
    when({}, { now: at('2024-06-01T00:00:00.000Z') }).expectRejectionIncluding('1.6 NOT_A_SIGNATORY');
  });
  it('1.6 refuses to issue what only a court can make', () => when({ power: 'COURT_ORDER' }).expectRejection('1.6 NOT_ISSUED_BY_AN_AGENCY'));

  it('1.R2 refuses empty texts, each by name', () => when({ texts: { ...command.texts, purpose: '', necessity: ' ', burdenConsidered: '' } })
    .expectRejection('1.R2 PURPOSE_EMPTY', '1.R2 NECESSITY_EMPTY', '1.R2 BURDEN_EMPTY'));
  it('1.R2 refuses a request about one child under section 16E without its explanation', () => {
    when({ statutoryFunction: 'S16E' }).expectRejection('1.R2 CASE_LEVEL_WITHOUT_EXPLANATION');
    expect(part(when({ statutoryFunction: 'S16E', texts: { ...command.texts, howS16EServed: 'It shows a gap for all.' } }))?.purpose).toBe('CHILD_SAFEGUARDING_ARRANGEMENTS');
  });
  it('1.R2 refuses a review\'s purpose under an enquiry that is no review', () =>
    when({}, { enquiry: enquiry({ lead: force }) }).expectRejection('1.R2 NO_PRACTICE_REVIEW'));

  it.each([['CHARITY', charity], ['NHS_TRUST', trust], ['PRIVATE_PROVIDER', charity], ['LOCAL_AUTHORITY', council]] as const)(
    '1.R3 accepts any addressee: a %s', (kind, party) => void when(
      { asking: { ...command.asking, to: { organisation: party.organisation, unit: null } } }, { addressee: organisation(party, kind) }).events());

  it('1.R4 refuses without a recipient, and with one whom nobody knows', () => {
    when({ recipients: [] }).expectRejection('1.R4 NO_RECIPIENT');
    when({}, { recipientNames: [null] }).expectRejection('1.R4 RECIPIENT_UNNAMED');
  });
  it('1.R4 refuses another body as recipient without a reason', () =>
    when({ recipients: [{ kind: 'OTHER', party: trust, practitionerId: null, reason: null }] }).expectRejection('1.R4 OTHER_RECIPIENT_WITHOUT_REASON'));

  it('1.R13 refuses under an enquiry that the signatory\'s unit does not lead', () => when({}, { enquiry: null }).expectRejection('1.R13 NO_ENQUIRY'));
});
