import { openSync, writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EventLog } from '@mash/event-log';
import { entryLine } from '../history/lines.js';
import { onWord, takeOrder } from './told.js';
import type { FollowerOrder } from './told.js';

/** Follows the whole log, goes on from where it was whenever it is cut off, and writes down what it was given. */
const order = takeOrder<FollowerOrder>();
const log = new EventLog({ connectionString: order.url });
const file = openSync(order.received, 'a');
const stopping = new AbortController();
let position: bigint | null = null;
let until: bigint | null = null;

const reached = (): boolean => until !== null && (position ?? -1n) >= until;
onWord((word) => {
  if (word.say === 'until') until = BigInt(word.position);
  if (word.say === 'stop' || reached()) stopping.abort();
});

while (!stopping.signal.aborted) {
  try {
    for await (const batch of log.follow(position, stopping.signal)) {
      writeSync(file, batch.map(entryLine).join(''));
      position = batch.at(-1)?.position ?? position;
      if (reached()) stopping.abort();
    }
  } catch {
    await pause(50);
  }
}
await log.close();
process.exit(0);
