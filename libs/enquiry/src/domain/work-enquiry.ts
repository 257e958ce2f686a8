import type { Decider, EnquiryId, Instant, PersonId, PractitionerId } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';
import type { EnquiryGroundCode } from '@mash/law';
import type { EnquiryEvent } from '@mash/enquiry-events';
import type { Enquiry } from './enquiry.js';
import { evolve, none } from './enquiry.js';

/** A further ground, with reasons. `number` tells the records of one enquiry's grounds apart. */
export interface RecordGroundsCommand {
  readonly enquiryId: EnquiryId;
  readonly recordId: string;
  readonly ground: EnquiryGroundCode;
  readonly reasons: string;
  readonly by: PractitionerId;
}

export const recordingGrounds: Decider<RecordGroundsCommand, Enquiry, EnquiryEvent, null> = {
  initial: none,
  evolve,
  decide({ enquiryId, recordId, ground, reasons, by }, state) {
    if (state === null) throw new NotFound();
    return [{ type: 'GroundsRecorded', schema: 1, data: {
      enquiryId, ground, by, reasons: personal(`enquiry:${enquiryId}:grounds:${recordId}`, heldBy(enquiryFile(enquiryId), state.lead.organisation), reasons),
    } }];
  },
};

/** Give the enquiry to a worker, or hand it over from one to another. */
export interface AssignWorkerCommand {
  readonly enquiryId: EnquiryId;
  readonly recordId: string;
  readonly worker: PractitionerId;
  readonly note: string | null;
}

export const assigningWorker: Decider<AssignWorkerCommand, Enquiry, EnquiryEvent, { readonly worksThere: boolean }> = {
  initial: none,
  evolve,
  decide({ enquiryId, recordId, worker, note }, state, { worksThere }) {
    if (state === null) throw new NotFound();
    rejectIf(worksThere ? [] : [reason('9.6', 'NOT_OF_THIS_UNIT', 'This person holds no post in the unit that leads the enquiry.', 'Choose a colleague from the unit.')]);
    if (state.worker === worker) return [];
    return [{ type: 'WorkerAssigned', schema: 1, data: {
      enquiryId, worker, handedOverFrom: state.worker,
      note: note === null ? null
        : personal(`enquiry:${enquiryId}:note:${recordId}`, heldBy(enquiryFile(enquiryId), state.lead.organisation), note),
    } }];
  },
};

/** A person concerned was told, in these words. */
export interface InformPersonCommand {
  readonly enquiryId: EnquiryId;
  readonly recordId: string;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly by: PractitionerId;
  readonly told: string;
}

export const informingPerson: Decider<InformPersonCommand, Enquiry, EnquiryEvent, { readonly now: Instant }> = {
  initial: none,
  evolve,
  decide({ enquiryId, recordId, personId, at, by, told }, state, { now }) {
    if (state === null) throw new NotFound();
    rejectIf([
      ...state.people.includes(personId) ? [] : [reason('2.R9', 'NOT_IN_ENQUIRY', 'This person is not in the enquiry.', 'Choose somebody who is.')],
      ...at <= now ? [] : [reason('0.R1', 'TOLD_IN_FUTURE', 'What is still to come cannot be recorded as done.', 'Record it once they were told.')],
    ]);
    return [{ type: 'PersonInformed', schema: 1, data: {
      enquiryId, personId, at, by, told: personal(`enquiry:${enquiryId}:informed:${recordId}`, heldBy(enquiryFile(enquiryId), state.lead.organisation), told),
    } }];
  },
};
