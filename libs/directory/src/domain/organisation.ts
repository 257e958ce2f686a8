import type { OrganisationEvent, OrganisationFacts } from '@mash/directory-events';
import { organisationFacts } from '@mash/directory-events';

/** What decisions about an organisation need to know of it: exactly what the other contexts may know. */
export type Organisation = OrganisationFacts | null;

export const none: Organisation = null;

export const evolve = (state: Organisation, event: OrganisationEvent): Organisation => organisationFacts.evolve(state, event);
