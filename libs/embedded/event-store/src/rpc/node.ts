import type { Sequencer } from '../log/sequencer.js';
import type { LogLine } from '../options.js';
import type { EventReader } from '../storage/event-reader.js';
import type { Gate } from './gate.js';
import type { OpenCalls } from './open-calls.js';

/** The writing side as calls see it; a follower has one that never writes. */
export type LogWriter = Pick<Sequencer, 'append' | 'holdsLog' | 'room' | 'stop' | 'tail'>;

/** What the calls of one running node share. */
export interface Node {
  readonly sequencer: LogWriter;
  readonly reader: EventReader;
  readonly openCalls: OpenCalls;
  readonly gate: Gate;
  readonly allowDeletes: boolean;
  readonly maxAppendBytes: number;
  readonly writeTimeoutMs: number;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: (line: LogLine) => void;
}
