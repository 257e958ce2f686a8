import type { ProposedEvent } from './recorded-event.js';
import { sizeOf } from './recorded-event.js';

const RECORD_OVERHEAD = 120;
const JITTER = 64;

/**
 * Issues log positions: strictly increasing. With gaps they look like the byte offsets of a real
 * server, so that nobody comes to count on the next one being one more.
 */
export class PositionIssuer {
  constructor(
    private last: number,
    private readonly gaps: boolean,
  ) {}

  next(event: ProposedEvent): number {
    this.last += this.gaps ? RECORD_OVERHEAD + sizeOf(event) + Math.floor(Math.random() * JITTER) : 1;
    return this.last;
  }
}
