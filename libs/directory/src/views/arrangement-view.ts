import type { ArrangementEvent, ArrangementFacts } from '@mash/directory-events';
import { arrangementFacts, memberLookup } from '@mash/directory-events';
import type { ArrangementId, Row, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';

/** A local safeguarding arrangement as everybody who signed in may read it. */
export interface ArrangementBody extends ArrangementFacts {
  readonly id: ArrangementId;
  readonly name: string;
}

export const arrangementView: View<ArrangementEvent, ArrangementBody> = {
  name: 'arrangement',
  version: 1,
  handles: ['ArrangementMade', 'SignatoryDelegated'],
  keys: ({ event }) => [{ key: event.data.arrangementId }],
  apply(row, { event }): Row<ArrangementBody> | null {
    switch (event.type) {
      case 'ArrangementMade': {
        const { arrangementId, name, areas, partners, relevantAgencies, hub, from } = event.data;
        const members = new Set([...partners.map((partner) => partner.organisationId), ...relevantAgencies, hub.organisation]);
        return {
          ...emptyRow<ArrangementBody>({ id: arrangementId, name, areas, partners, relevantAgencies, hub, from, signatories: [] }),
          lookups: [`arrangement:${arrangementId}`, ...areas.map((area) => `area:${area}`), ...[...members].map(memberLookup)],
          status: 'MADE', sort: name.toLowerCase(),
        };
      }
      case 'SignatoryDelegated': {
        if (row === null) return null;
        const { signatories } = arrangementFacts.evolve(row.body, event) ?? row.body;
        return { ...row, body: { ...row.body, signatories: signatories.map(({ organisationId, practitionerId, reference, from }) => ({
          organisationId, practitionerId, reference, from })) } };
      }
    }
  },
};
