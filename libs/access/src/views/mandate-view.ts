import type { MandateEnded, MandateGiven } from '@mash/access-events';
import type { Instant, MandateId, OrganisationId, PractitionerId, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';

/** A mandate, as the agency that gave it and the auditor who holds it see it. */
export interface MandateBody {
  readonly id: MandateId;
  readonly auditor: PractitionerId;
  readonly agency: OrganisationId;
  readonly givenBy: PractitionerId;
  readonly from: Instant;
  readonly until: Instant;
  readonly purpose: string | null;
  readonly endedAt: Instant | null;
}

export const mandateView: View<MandateGiven | MandateEnded, MandateBody> = {
  name: 'mandate',
  version: 1,
  handles: ['MandateGiven', 'MandateEnded'],
  keys: ({ event }) => (event.type === 'MandateGiven'
    ? [{ key: `${event.data.mandateId}/giver` }, { key: `${event.data.mandateId}/auditor` }]
    : [{ lookup: `mandate:${event.data.mandateId}` }]),
  apply(row, { event }, key) {
    if (event.type === 'MandateEnded') return row && { ...row, status: 'ENDED', body: { ...row.body, endedAt: event.data.at } };
    const { mandateId, auditor, auditorAgency, agency, givenBy, from, until, purpose } = event.data;
    const forAuditor = key.endsWith('/auditor');
    return {
      ...emptyRow<MandateBody>({ id: mandateId, auditor, agency, givenBy, from, until, purpose: purpose.value, endedAt: null }),
      agency: forAuditor ? auditorAgency : agency, people: [forAuditor ? auditor : givenBy],
      lookups: [`mandate:${mandateId}`], status: 'GIVEN', sort: from,
    };
  },
};
