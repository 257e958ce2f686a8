import type { ArrangementId, EnquiryId, Party, PersonId, PractitionerId } from '@mash/kernel';
import type { EnquiryCapacityCode, EnquiryGroundCode } from '@mash/law';
import type { PersonDetails } from '@mash/person-events';
import type { EnquiryEvent } from './enquiry-events.js';

/** What another context may need to know of an enquiry; null before it is opened. */
export interface EnquiryFacts {
  readonly enquiryId: EnquiryId;
  readonly lead: Party;
  readonly arrangementId: ArrangementId;
  readonly area: string;
  readonly accountable: PractitionerId;
  readonly worker: PractitionerId | null;
  readonly grounds: readonly EnquiryGroundCode[];
  readonly people: readonly {
    readonly personId: PersonId; readonly capacity: EnquiryCapacityCode; readonly identification: PersonDetails | null;
  }[];
}

export const enquiryFacts = {
  initial: null as EnquiryFacts | null,
  evolve(state: EnquiryFacts | null, event: EnquiryEvent): EnquiryFacts | null {
    if (event.type === 'EnquiryOpened') {
      const { enquiryId, lead, arrangementId, area, accountable } = event.data;
      return { enquiryId, lead, arrangementId, area, accountable, worker: null, grounds: [], people: [] };
    }
    if (state === null) return null;
    switch (event.type) {
      case 'GroundsRecorded': return { ...state, grounds: [...state.grounds, event.data.ground] };
      case 'PersonAddedToEnquiry': {
        const { personId, capacity, identification } = event.data;
        return { ...state, people: [...state.people, { personId, capacity, identification: identification.value }] };
      }
      case 'WorkerAssigned': return { ...state, worker: event.data.worker };
      case 'PersonInformed': return state;
    }
  },
};
