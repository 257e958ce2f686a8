import type { Decider, EnquiryId, Instant, PersonId } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';
import type { EnquiryCapacityCode } from '@mash/law';
import type { PersonDetails } from '@mash/person-events';
import type { EnquiryEvent } from '@mash/enquiry-events';
import type { Enquiry } from './enquiry.js';
import { evolve, none } from './enquiry.js';

/** Bring a person into the enquiry in a capacity that holds from a date. */
export interface AddPersonCommand {
  readonly enquiryId: EnquiryId;
  readonly personId: PersonId;
  readonly capacity: EnquiryCapacityCode;
  readonly from: Instant;
}

export interface AddPersonFacts {
  /** Who they are as the lead agency may know them; null when it may not, or there is no such person. */
  readonly details: PersonDetails | null;
}

export const addingPerson: Decider<AddPersonCommand, Enquiry, EnquiryEvent, AddPersonFacts> = {
  initial: none,
  evolve,
  decide({ enquiryId, personId, capacity, from }, state, { details }) {
    if (state === null) throw new NotFound();
    rejectIf([
      ...details === null ? [reason('13.R3', 'PERSON_UNKNOWN', 'There is no such person that your agency knows of.', 'Search, and register them if they are new.')] : [],
      ...state.people.includes(personId) ? [reason('13.8', 'ALREADY_IN_ENQUIRY', 'This person is in the enquiry already.', 'Nothing needs to be done.')] : [],
    ]);
    if (details === null) return [];
    const held = heldBy(enquiryFile(enquiryId), state.lead.organisation);
    return [{ type: 'PersonAddedToEnquiry', schema: 1, data: {
      enquiryId, lead: state.lead, personId, capacity, from, identification: personal(`enquiry:${enquiryId}:person:${personId}`, held, details),
    } }];
  },
};
