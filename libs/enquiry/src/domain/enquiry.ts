import type { Party, PersonId, PractitionerId } from '@mash/kernel';
import type { EnquiryEvent } from '@mash/enquiry-events';

/** What decisions about an enquiry need to know of its past; null before it is opened. */
export type Enquiry = {
  readonly lead: Party;
  readonly people: readonly PersonId[];
  readonly worker: PractitionerId | null;
} | null;

export const none: Enquiry = null;

/** Never refuses and never forgets an event: a new type that nobody handled does not compile. */
export function evolve(state: Enquiry, event: EnquiryEvent): Enquiry {
  if (event.type === 'EnquiryOpened') return { lead: event.data.lead, people: [], worker: null };
  if (state === null) return state;
  switch (event.type) {
    case 'PersonAddedToEnquiry': return { ...state, people: [...state.people, event.data.personId] };
    case 'WorkerAssigned': return { ...state, worker: event.data.worker };
    case 'GroundsRecorded':
    case 'PersonInformed': return state;
  }
}
