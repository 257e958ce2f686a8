import type { ArrangementEvent } from './arrangement-events.js';
import type { OrganisationEvent } from './organisation-events.js';
import type { PractitionerEvent } from './practitioner-events.js';

export * from './arrangement-events.js';
export * from './organisation-events.js';
export * from './practitioner-events.js';

export type DirectoryEvent = OrganisationEvent | PractitionerEvent | ArrangementEvent;
export * from './facts.js';
export * from './lookups.js';
