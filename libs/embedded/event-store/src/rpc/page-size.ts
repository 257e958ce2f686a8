import type { RecordedEvent } from '../log/recorded-event.js';

const FIRST = 64;
const MOST = 1024;
const LEAST = 8;
const TARGET_BYTES = 2 * 1024 * 1024;

/** Chooses how many events to ask for next, so that a page of large events does not fill the memory. */
export class PageSize {
  private size = FIRST;

  next(wanted: number): number {
    return Math.min(this.size, wanted);
  }

  learn(page: readonly RecordedEvent[]): void {
    if (page.length === 0) return;
    let bytes = 0;
    for (const event of page) bytes += event.data.length + event.metadata.length;
    const fitting = Math.floor((TARGET_BYTES * page.length) / Math.max(1, bytes));
    this.size = Math.max(LEAST, Math.min(MOST, fitting, this.size * 4));
  }
}
