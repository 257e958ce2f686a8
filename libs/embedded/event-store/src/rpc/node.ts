import type { Sequencer } from '../log/sequencer.js';
import type { LogLine } from '../options.js';
import type { EventReader } from '../storage/event-reader.js';
import type { OpenCalls } from './open-calls.js';

/** What the calls of one running node share. */
export interface Node {
  readonly sequencer: Sequencer;
  readonly reader: EventReader;
  readonly openCalls: OpenCalls;
  readonly allowDeletes: boolean;
  readonly maxAppendBytes: number;
  readonly writeTimeoutMs: number;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: LogLine) => void;
}
