import { describe, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { added, arrangement, at, child, decisionMaker, details, enquiryId, now, open, opened, reviews, socialWorker, stranger, words } from '../testing/wexcombe.js';
import { addingPerson } from './add-person.js';
import { openingEnquiry } from './open-enquiry.js';
import { assigningWorker, informingPerson, recordingGrounds } from './work-enquiry.js';

describe('opening an enquiry', () => {
  const { given } = decisionSpec(openingEnquiry);
  const grounds = { type: 'GroundsRecorded' as const, schema: 1, data: { enquiryId, ground: 'CA1989_S47' as const, by: decisionMaker, reasons: words('enquiry:e1:grounds:0', 'Two frightened children.') } };

  it('1.8 records who leads, who is accountable, and the first ground', () => given().knowing({ now, arrangement }).when(open()).expectEvents(opened, grounds));
  it('1.8 may be done by a partner\'s own unit, for a practice review', () => {
    given().knowing({ now, arrangement }).when(open({ lead: reviews, ground: 'PRACTICE_REVIEW_S16F' })).events();
  });
  it('1.8 is refused to a unit that is neither the hub nor a partner\'s', () => given().knowing({ now, arrangement }).when(open({ lead: stranger })).expectRejection('1.8 NOT_A_LEAD'));
  it('1.8 is refused under an arrangement that nobody knows', () => given().knowing({ now, arrangement: null }).when(open()).expectRejection('1.8 ARRANGEMENT_UNKNOWN'));
  it('1.8 is refused for an area that the arrangement does not cover', () => given().knowing({ now, arrangement }).when(open({ area: 'E06000999' })).expectRejection('1.8 AREA_NOT_COVERED'));
  it('0.R1 is refused for a concern that is still to come', () => given().knowing({ now, arrangement }).when(open({ receivedAt: at('11:00') })).expectRejection('0.R1 RECEIVED_IN_FUTURE'));
  it('says every reason at once', () => given().knowing({ now, arrangement }).when(open({ lead: stranger, area: 'E06000999' })).expectRejection('1.8 NOT_A_LEAD', '1.8 AREA_NOT_COVERED'));
  it('is refused twice', () => given(opened).knowing({ now, arrangement }).when(open()).expectRejection('1.8 ALREADY_OPEN'));
});

describe('bringing a person into an enquiry', () => {
  const { given } = decisionSpec(addingPerson);
  const command = { enquiryId, personId: child, capacity: 'CHILD' as const, from: at('09:40') };

  it('13.8 gives them a capacity from a date, and the lead its own copy of who they are', () => given(opened).knowing({ details }).when(command).expectEvents(added));
  it('13.R3 is refused for somebody whom the agency does not know of', () => given(opened).knowing({ details: null }).when(command).expectRejection('13.R3 PERSON_UNKNOWN'));
  it('13.8 is refused for somebody who is in it already', () => given(opened, added).knowing({ details }).when(command).expectRejection('13.8 ALREADY_IN_ENQUIRY'));
});

describe('working an enquiry', () => {
  it('1.R13 takes further grounds, each with its reasons', () => {
    decisionSpec(recordingGrounds).given(opened).knowing(null)
      .when({ enquiryId, recordId: 'c2', ground: 'CA1989_S17', reasons: 'Support is needed.', by: socialWorker })
      .expectEvents({ type: 'GroundsRecorded', schema: 1, data: { enquiryId, ground: 'CA1989_S17', by: socialWorker, reasons: words('enquiry:e1:grounds:c2', 'Support is needed.') } });
  });

  const assigning = decisionSpec(assigningWorker);
  const assigned = { type: 'WorkerAssigned' as const, schema: 1, data: { enquiryId, worker: socialWorker, handedOverFrom: null, note: null } };
  it('gives it to a colleague of the unit', () => assigning.given(opened).knowing({ worksThere: true }).when({ enquiryId, recordId: 'c3', worker: socialWorker, note: null }).expectEvents(assigned));
  it('9.6 is refused for somebody of another unit', () => assigning.given(opened).knowing({ worksThere: false }).when({ enquiryId, recordId: 'c3', worker: socialWorker, note: null }).expectRejection('9.6 NOT_OF_THIS_UNIT'));
  it('changes nothing when they have it already', () => assigning.given(opened, assigned).knowing({ worksThere: true }).when({ enquiryId, recordId: 'c4', worker: socialWorker, note: null }).expectNothing());
  it('remembers from whom it was handed over', () => {
    assigning.given(opened, assigned).knowing({ worksThere: true }).when({ enquiryId, recordId: 'c5', worker: decisionMaker, note: null })
      .expectEvents({ ...assigned, data: { ...assigned.data, worker: decisionMaker, handedOverFrom: socialWorker } });
  });

  const informing = decisionSpec(informingPerson);
  const told = { enquiryId, recordId: 'c6', personId: child, at: at('09:50'), by: socialWorker, told: 'That people work to keep her safe.' };
  it('2.R9 records what a person was told', () => {
    informing.given(opened, added).knowing({ now }).when(told)
      .expectEvents({ type: 'PersonInformed', schema: 1, data: { enquiryId, personId: child, at: told.at, by: socialWorker, told: words('enquiry:e1:informed:c6', told.told) } });
  });
  it('2.R9 is refused for somebody who is not in the enquiry', () => informing.given(opened).knowing({ now }).when(told).expectRejection('2.R9 NOT_IN_ENQUIRY'));
  it('0.R1 is refused for what is still to come', () => informing.given(opened, added).knowing({ now }).when({ ...told, at: at('12:00') }).expectRejection('0.R1 TOLD_IN_FUTURE'));
});
