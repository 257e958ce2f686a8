import type { OrganisationEvent, OrganisationFacts } from '@mash/directory-events';
import { organisationFacts } from '@mash/directory-events';
import type { OrganisationId, Row, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';

/** An organisation as the directory shows it to everybody who signed in. */
export interface OrganisationBody extends Omit<OrganisationFacts, 'organisationId'> {
  readonly id: OrganisationId;
}

const toBody = ({ organisationId, name, kind, codes, publishedNumber, usesHub, units, capacities }: OrganisationFacts): OrganisationBody => ({
  id: organisationId, name, kind, codes, publishedNumber, usesHub, capacities,
  units: units.map((unit) => ({ unitId: unit.unitId, name: unit.name, telephone: unit.telephone, receivesRequests: unit.receivesRequests })),
});

export const organisationView: View<OrganisationEvent, OrganisationBody> = {
  name: 'organisation',
  version: 1,
  handles: ['OrganisationRegistered', 'UnitOpened', 'OrganisationCapacityGranted', 'OrganisationCapacityEnded'],
  keys: ({ event }) => [{ key: event.data.organisationId }],
  apply(row, { event }): Row<OrganisationBody> | null {
    const before = row && { ...row.body, organisationId: row.body.id };
    const after = organisationFacts.evolve(before, event);
    if (after === null) return null;
    const codes = after.codes.map((code) => `code:${code.scheme}:${code.value}`);
    return {
      ...emptyRow(toBody(after)), status: after.kind, sort: after.name.toLowerCase(),
      lookups: [`organisation:${after.organisationId}`, ...codes],
    };
  },
};
