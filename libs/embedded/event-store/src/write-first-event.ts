import { randomUUID } from 'node:crypto';

import { METADATA_TYPE, metadataStreamOf } from './log/recorded-event.js';
import type { LogWriter } from './rpc/node.js';

const PATIENCE_MS = 5_000;
const DAY_S = 24 * 60 * 60;

/**
 * A real server begins its log itself, among others with the metadata of the stream for its own measures. Nothing may
 * rely on the first event of the log being the hub's, or on a log that is empty, so this node begins it too.
 */
export async function writeFirstEvent(writer: LogWriter, host: string, port: number): Promise<void> {
  if (writer.tail.head > 0) return;
  const data = Buffer.from(JSON.stringify({ $maxAge: DAY_S }));
  const event = { id: randomUUID(), type: METADATA_TYPE, isJson: true, data, metadata: Buffer.alloc(0) };
  const stream = metadataStreamOf(`$stats-${host}:${port}`);
  const outcome = await writer.append({ intent: 'append', stream, expected: { kind: 'any' }, events: [event] }, PATIENCE_MS);
  if (outcome.kind !== 'appended') throw new Error(`The first event of the log could not be written: ${outcome.kind}.`);
}
