import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Line } from './lines.js';

const lineEnd = 10;

/**
 * A history while it is being written. Each look takes in only what came since the last one: a run of half an hour
 * looks thousands of times, and reading all of it each time would slow down what it is there to measure.
 */
export class RunningHistory {
  /** How many appends were acknowledged, and how many events they hold. */
  acknowledged = 0;
  events = 0;
  /** How many calls ended without an answer. */
  unknown = 0;
  /** When the newest acknowledgement came, by the machine's monotonic clock in nanoseconds. */
  lastAcknowledgedAt = 0;
  private readonly counts = new Map<string, number>();
  private offset = 0;

  constructor(private readonly path: string) {}

  look(): this {
    if (existsSync(this.path)) {
      for (const line of this.fresh()) if (line !== '') this.take(JSON.parse(line) as Line);
    }
    return this;
  }

  /** The whole lines written since; the beginning of another stays for the next look. */
  private fresh(): string[] {
    const file = openSync(this.path, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(file).size - this.offset);
      const whole = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, this.offset)).lastIndexOf(lineEnd) + 1;
      this.offset += whole;
      return bytes.toString('utf8', 0, whole).split('\n');
    } finally {
      closeSync(file);
    }
  }

  private take(line: Line): void {
    switch (line.does) {
      case 'sends':
        this.counts.set(line.append, line.count);
        return;
      case 'acknowledged':
        this.acknowledged += 1;
        this.events += this.counts.get(line.append) ?? 0;
        this.lastAcknowledgedAt = line.at;
        this.counts.delete(line.append);
        return;
      case 'refused':
        this.counts.delete(line.append);
        return;
      case 'unknown':
        this.unknown += 1;
    }
  }
}
