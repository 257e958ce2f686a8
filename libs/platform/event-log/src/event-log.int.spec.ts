import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';
import { EventLog } from './event-log.js';

describe('the event log', () => {
  let log: ThrowawayLog;
  let store: Awaited<ReturnType<ThrowawayLog['start']>>;

  beforeAll(async () => {
    log = await createThrowawayLog();
    store = await log.start();
  });
  afterAll(async () => {
    await store.stop();
    await log.drop();
  });

  it('closes at once although reads were left before their end', async () => {
    const events = new EventLog({ connectionString: store.connectionString });
    await events.append('note-1', 'none', Array.from({ length: 300 }, () => ({ id: randomUUID(), type: 'Noted', data: {}, metadata: {} })));
    for (let reads = 0; reads < 20; reads += 1) {
      for await (const event of events.readAll()) if (event.revision === 2n) break;
      expect((await events.readOne('note-1', BigInt(reads)))?.revision).toBe(BigInt(reads));
      expect((await events.head())?.revision).toBe(299n);
      expect(await events.readOne('note-2', 0n)).toBeNull();
    }
    const late = new Promise((resolve) => void setTimeout(resolve, 5_000, 'late').unref());
    expect(await Promise.race([events.close().then(() => 'closed'), late])).toBe('closed');
  });
});
