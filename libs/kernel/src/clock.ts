import type { Instant } from './ids.js';

/** The only source of time in the domain: tests and replays bring their own. */
export interface Clock {
  now(): Instant;
}
