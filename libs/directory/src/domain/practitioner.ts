import type { PractitionerEvent, PractitionerFacts } from '@mash/directory-events';
import { practitionerFacts } from '@mash/directory-events';

/** What decisions about a practitioner need to know of them: exactly what the other contexts may know. */
export type Practitioner = PractitionerFacts | null;

export const none: Practitioner = null;

export const evolve = (state: Practitioner, event: PractitionerEvent): Practitioner => practitionerFacts.evolve(state, event);
