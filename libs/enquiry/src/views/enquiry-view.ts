import type { EnquiryEvent } from '@mash/enquiry-events';
import type { DisclosureId, EnquiryId, Instant, Party, PersonId, PractitionerId, Row, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type { EnquiryCapacityCode, EnquiryGroundCode, UrgencyCode } from '@mash/law';
import type { PersonDetails } from '@mash/person-events';

/** An enquiry as the agency that leads it sees it. */
export interface EnquiryBody {
  readonly id: EnquiryId;
  readonly lead: Party;
  readonly arrangementId: string;
  readonly area: string;
  readonly accountable: PractitionerId;
  readonly worker: PractitionerId | null;
  readonly concern: DisclosureId | null;
  readonly receivedAt: Instant;
  readonly openedAt: Instant;
  readonly summary: string | null;
  readonly urgency: UrgencyCode;
  readonly immediateDanger: boolean;
  readonly grounds: readonly { readonly ground: EnquiryGroundCode; readonly reasons: string | null; readonly recordedAt: Instant }[];
  readonly people: readonly {
    readonly personId: PersonId; readonly capacity: EnquiryCapacityCode; readonly from: Instant; readonly identification: PersonDetails | null;
  }[];
  readonly informed: readonly { readonly personId: PersonId; readonly at: Instant; readonly told: string | null }[];
}

export const enquiryView: View<EnquiryEvent, EnquiryBody> = {
  name: 'enquiry',
  version: 1,
  handles: ['EnquiryOpened', 'GroundsRecorded', 'PersonAddedToEnquiry', 'WorkerAssigned', 'PersonInformed'],
  keys: ({ event }) => [{ key: event.data.enquiryId }],
  apply(row, { event, metadata }): Row<EnquiryBody> | null {
    if (event.type === 'EnquiryOpened') {
      const { enquiryId, lead, arrangementId, area, accountable, concern, receivedAt, urgency, immediateDanger, summary } = event.data;
      return {
        ...emptyRow<EnquiryBody>({
          id: enquiryId, lead, arrangementId, area, accountable, worker: null, concern, receivedAt, openedAt: metadata.recordedAt,
          summary: summary.value, urgency, immediateDanger, grounds: [], people: [], informed: [],
        }),
        agency: lead.organisation, units: [lead.unit], enquiryId, lookups: [`enquiry:${enquiryId}`], status: 'OPEN', sort: receivedAt,
      };
    }
    if (row === null) return null;
    const { body } = row;
    const { recordedAt } = metadata;
    switch (event.type) {
      case 'GroundsRecorded': {
        const { ground, reasons } = event.data;
        return { ...row, body: { ...body, grounds: [...body.grounds, { ground, reasons: reasons.value, recordedAt }] } };
      }
      case 'PersonAddedToEnquiry': {
        const { personId, capacity, from, identification } = event.data;
        return { ...row, body: { ...body, people: [...body.people, { personId, capacity, from, identification: identification.value }] } };
      }
      case 'WorkerAssigned': return { ...row, body: { ...body, worker: event.data.worker } };
      case 'PersonInformed': {
        const { personId, at, told } = event.data;
        return { ...row, body: { ...body, informed: [...body.informed, { personId, at, told: told.value }] } };
      }
    }
  },
};
