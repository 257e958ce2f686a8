import type { ArrangementEvent } from './arrangement-events.js';
import type { OrganisationEvent } from './organisation-events.js';
import type { AccountClaimed, PractitionerEvent } from './practitioner-events.js';

export * from './arrangement-events.js';
export * from './organisation-events.js';
export * from './practitioner-events.js';

export type DirectoryEvent = OrganisationEvent | PractitionerEvent | AccountClaimed | ArrangementEvent;
export * from './event-types.js';
export * from './facts.js';
export * from './lookups.js';
