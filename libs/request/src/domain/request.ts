import type { RequestEvent, RequestFacts } from '@mash/request-events';
import { requestFacts } from '@mash/request-events';

/** What decisions about a request need to know of it: exactly what the other contexts may know. */
export type Request = RequestFacts | null;

export const none: Request = null;

export const evolve = (state: Request, event: RequestEvent): Request => requestFacts.evolve(state, event);
