import type { Line } from '../connection/line.js';
import { placedEvent, positionOf } from '../read/placed-event.js';
import { readAllFrom } from '../read/read-all.js';
import { readPage } from '../read/read-page.js';
import { isFollowed } from './domain-streams.js';

/** How many events one look takes in. */
const look = 500;

/**
 * Tells a subscription that is quiet because nothing happens from one that has gone silent. Reads on, over the reads'
 * connection, from where the subscription has come to: an event that the follower should have been given is proof. A
 * head that moves proves nothing, because most of what moves it is records of reads, which followers leave out.
 */
export class Watchdog {
  constructor(private readonly line: Line, private considered: bigint | null) {}

  /** The subscription has come to this position, by an event or by a checkpoint. */
  passed(position: bigint): void {
    if (this.considered === null || position > this.considered) this.considered = position;
  }

  /** Whether there is an event that should have arrived. Goes a bounded way each time, and remembers how far it was. */
  async findsMissed(): Promise<boolean> {
    const page = await readPage(this.line, readAllFrom(this.line, this.considered, look)) ?? [];
    for (const resolved of page) {
      const position = positionOf(resolved);
      if (this.considered !== null && position <= this.considered) continue;
      const event = placedEvent(resolved);
      if (event && isFollowed(event.stream)) return true;
      this.passed(position);
    }
    return false;
  }
}
