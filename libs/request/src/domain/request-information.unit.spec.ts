import { describe, expect, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import {
  ada, asking, at, charity, council, enquiry, nora, now, organisation, requested, stranger, trust,
} from '../testing/wexcombe.js';
import type { Asking, AskingFacts } from './asking.js';
import { requestingInformation } from './request-information.js';

const facts: AskingFacts = { now, enquiry: enquiry(), asker: organisation(council, 'LOCAL_AUTHORITY'), addressee: organisation(trust, 'NHS_TRUST') };
const knowing = (over: Partial<AskingFacts> = {}) => decisionSpec(requestingInformation).given().knowing({ ...facts, ...over });
const when = (over: Partial<Asking>, known: Partial<AskingFacts> = {}) => knowing(known).when({ ...asking, ...over });
const [first] = asking.items;
if (!first) throw new Error('There is no item.');

describe('requesting information', () => {
  it('says only what was named of whom it is about, and keeps the asker\'s weighing from the addressee', () => when({}).expectEvents(requested()));

  it('1.R13 refuses without an enquiry that the unit leads', () => when({}, { enquiry: null }).expectRejection('1.R13 NO_ENQUIRY'));
  it('1.R13 refuses under an enquiry without grounds', () => when({}, { enquiry: enquiry({ grounds: [] }) }).expectRejection('1.R13 NO_GROUNDS'));

  it('1.R14 refuses a public authority that relies on legitimate interests (4.R3)', () =>
    when({ basis: { ...asking.basis, article6: 'f' } }).expectRejection('1.R14 NO_LAWFUL_BASIS', '4.R3 LEGITIMATE_INTERESTS_BARRED'));
  it('1.R14 refuses without any basis', () =>
    when({ basis: { regime: 'UKGDPR', barsChecked: [], gateways: [] } }).expectRejection('1.R14 NO_LAWFUL_BASIS', '4.1 NO_ARTICLE6_BASIS'));
  it('1.R14 refuses to ask for health information without an Article 9 condition (4.R1)', () =>
    when({ specialCategory: true }).expectRejection('1.R14 NO_LAWFUL_BASIS', '4.R1 SPECIAL_CATEGORY_WITHOUT_ART9'));
  it('1.R14 accepts the safeguarding condition where a child is protected and a reason is given (4.R7)', () => void when({
    specialCategory: true, notSoughtReason: 'PREJUDICE_PROTECTION', basis: { ...asking.basis, article9: 'g', schedule1Condition: 'P18' } }).events());
  it('1.R14 refuses without saying what asking reveals, or why it is asked', () =>
    when({ whatAskingReveals: ' ', reasons: '' }).expectRejection('1.R14 REVEALS_NOT_STATED', '1.R14 REASONS_EMPTY'));
  it('1.R14 refuses an item without a question or a reason', () => when({ items: [{ ...first, why: ' ' }] }).expectRejection('1.R14 ITEM_EMPTY'));
  it('1.R14 refuses to ask nothing', () => when({ items: [], people: [] }).expectRejection('1.R14 NO_ITEMS'));
  it('1.R14 refuses an item about nobody', () => when({ items: [{ ...first, about: [] }], people: [] }).expectRejection('1.R14 ITEM_ABOUT_NOBODY'));
  it('1.R14 refuses to ask about somebody outside the enquiry', () => when({
    items: [{ ...first, about: [stranger] }], people: [{ personId: stranger, identifyBy: ['NAME'] }] }).expectRejection('1.R14 PERSON_NOT_IN_ENQUIRY'));
  it('1.R14 refuses to identify somebody about whom nothing is asked', () =>
    when({ people: [...asking.people, { personId: nora, identifyBy: ['NAME'] }] }).expectRejection('1.R14 PERSON_NOT_ASKED_ABOUT'));
  it('1.R14 refuses to ask about somebody whom it does not identify', () =>
    when({ items: [{ ...first, about: [ada, nora] }] }).expectRejection('1.R14 PERSON_NOT_IDENTIFIED'));
  it('1.R14 refuses to identify by what is not known', () => when({
    items: [{ ...first, about: [nora] }], people: [{ personId: nora, identifyBy: ['BIRTH', 'NHS_NUMBER'] }] }).expectRejection('1.R14 NOTHING_TO_IDENTIFY_BY'));

  it('0.R4 works the due time out once, in elapsed hours over the change of the clocks', () => {
    const event = when({ urgency: 'ROUTINE' }, { now: at('2026-10-24T12:00:00.000Z') }).events()[0];
    expect(event?.type === 'InformationRequested' && event.data.due).toBe('2026-10-27T12:00:00.000Z');
  });
  it('0.R4 keeps the time that the asker chose', () => {
    const event = when({ due: at('2026-11-02T10:00:00.000Z') }).events()[0];
    expect(event?.type === 'InformationRequested' && event.data.due).toBe('2026-11-02T10:00:00.000Z');
  });
  it('0.R4 refuses a time that has passed', () => when({ due: now }).expectRejection('0.R4 DUE_IN_PAST'));

  it('1.8 refuses an agency that nobody knows', () => when({}, { addressee: null }).expectRejection('1.8 ADDRESSEE_UNKNOWN'));
  it('1.8 refuses to ask the unit that asks', () =>
    when({ to: { organisation: council.organisation, unit: council.unit } }, { addressee: organisation(council, 'LOCAL_AUTHORITY') }).expectRejection('1.8 ASKS_ITSELF'));
  it('1.8 refuses a unit of another organisation', () =>
    when({ to: { organisation: trust.organisation, unit: charity.unit } }).expectRejection('1.8 UNIT_UNKNOWN'));

  describe('of a charity that does not use the hub', () => {
    const addressee = organisation(charity, 'CHARITY', { usesHub: false, units: [] });
    const to = { organisation: charity.organisation, unit: null };
    it('4.R0 refuses without the public task it could rely on', () => when({ to }, { addressee }).expectRejection('4.R0 PUBLIC_TASK_NOT_STATED'));
    it('holds the words for the asker alone', () => {
      const event = when({ to, publicTask: 'Enquiries under section 47.' }, { addressee }).events()[0];
      expect(event?.type === 'InformationRequested' && [event.data.to.unit, event.data.reasons.holders.map((holder) => holder.controller)])
        .toEqual([null, [council.organisation]]);
    });
  });
});
