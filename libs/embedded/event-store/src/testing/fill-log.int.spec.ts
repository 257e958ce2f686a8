import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { RecordedEvent } from '../log/recorded-event.js';
import { fillLog, FILLED_STREAM_EVENTS } from './fill-log.js';
import type { ThrowawayLog } from './throwaway-log.js';
import { asAdmin, connect, createThrowawayLog } from './throwaway-log.js';

const EVENTS = 5 * FILLED_STREAM_EVENTS + 7;

describe('a log that was filled by SQL', () => {
  let log: ThrowawayLog;

  beforeAll(async () => {
    log = await createThrowawayLog();
    await fillLog(log, EVENTS);
  });
  afterAll(() => log.drop());

  it('holds bytes that say what its columns say, and that the encoder would have written', async () => {
    const { rows } = await asAdmin(
      (owner) => owner.query<{ position: string; stream: string; revision: string; id: string; type: string; wire: Buffer }>('SELECT * FROM log.event ORDER BY position'),
      log.ownerUrl,
    );
    expect(rows).toHaveLength(EVENTS);
    for (const row of rows) {
      const found = new RecordedEvent(row.wire);
      const { position, stream, revision, id, type, isJson, createdMs, data, metadata } = found;
      expect({ position, stream, revision, id, type }).toEqual({ position: Number(row.position), stream: row.stream, revision: Number(row.revision), id: row.id, type: row.type });
      expect(RecordedEvent.record({ id, type, isJson, data, metadata }, { position, stream, revision, createdMs }).wire).toEqual(row.wire);
    }
  });

  it('is read and appended to like any other', async () => {
    const store = await log.start();
    const client = connect(store);
    try {
      const revisions: bigint[] = [];
      for await (const { event } of client.readStream('loaded-000000005')) revisions.push(event?.revision ?? -1n);
      expect(revisions).toEqual([0n, 1n, 2n, 3n, 4n, 5n, 6n]);
      const event = { id: 'b2a1c7de-0000-4000-8000-00000000000f', type: 'T', contentType: 'application/json' as const, data: {}, metadata: undefined };
      const done = await client.appendToStream('loaded-000000005', event, { expectedRevision: 6n });
      expect(done.nextExpectedRevision).toBe(7n);
    } finally {
      await client.dispose();
      await store.stop();
    }
  });
});
