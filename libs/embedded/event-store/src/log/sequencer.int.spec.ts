import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';

import { EventReader } from '../storage/event-reader.js';
import { openReaderPool } from '../storage/reader-pool.js';
import { migrate } from '../storage/schema.js';
import type { ThrowawayLog } from '../testing/throwaway-log.js';
import { createThrowawayLog } from '../testing/throwaway-log.js';
import type { AppendOutcome, AppendRequest } from './append-request.js';
import { Sequencer } from './sequencer.js';

const oneTo = (stream: string): AppendRequest => ({
  intent: 'append', stream, expected: { kind: 'any' },
  events: [{ id: randomUUID(), type: 'Noted', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) }],
});

/** Cannot read what stands in one stream. */
class ReaderThatFails extends EventReader {
  override streamForwards(stream: string, fromRevision: number, limit: number) {
    if (stream === 'unreadable') return Promise.reject(new RangeError('Damaged.'));
    return super.streamForwards(stream, fromRevision, limit);
  }
}

describe('the sequencer under load', () => {
  let log: ThrowawayLog;
  let pool: pg.Pool;
  let sequencer: Sequencer;

  beforeAll(async () => {
    log = await createThrowawayLog();
    await migrate(log.ownerUrl);
    pool = openReaderPool(log.url);
    sequencer = await Sequencer.open({
      url: log.url, reader: new EventReader(pool), manners: false, waitForLockMs: 1_000, newId: randomUUID, now: Date.now, log: () => undefined, onTakenOver: () => undefined,
    });
  });
  afterAll(async () => {
    await sequencer.stop();
    await pool.end();
    await log.drop();
  });

  /** Appends so many at once; answers with the number of events in each commit. */
  async function commitsOf(appends: number): Promise<number[]> {
    const commits: number[] = [];
    let seen = sequencer.tail.head;
    const stop = sequencer.tail.onPublish(() => {
      const fresh = sequencer.tail.after(seen, 10_000);
      commits.push(fresh.length);
      seen = fresh.at(-1)?.position ?? seen;
    });
    const outcomes = await Promise.all(Array.from({ length: appends }, (_, n) => sequencer.append(oneTo(`note-${n}`), 10_000)));
    stop();
    expect(outcomes.map(({ kind }: AppendOutcome) => kind)).toEqual(Array(appends).fill('appended'));
    return commits;
  }

  it('fails only the append that cannot be decided, and keeps its writing session', async () => {
    const lines: string[] = [];
    const own = await createThrowawayLog();
    await migrate(own.ownerUrl);
    const ownPool = openReaderPool(own.url);
    const writer = await Sequencer.open({
      url: own.url, reader: new ReaderThatFails(ownPool), manners: false, waitForLockMs: 1_000, newId: randomUUID, now: Date.now,
      log: ({ msg }) => lines.push(msg), onTakenOver: () => undefined,
    });
    try {
      await Promise.all([1, 2].map(() => writer.append(oneTo('unreadable'), 5_000)));
      // Below the current revision what stands there is compared.
      const poison: AppendRequest = { ...oneTo('unreadable'), expected: { kind: 'no-stream' } };
      const appends = [oneTo('a'), oneTo('a'), poison, oneTo('a'), oneTo('b')].map((append) => writer.append(append, 5_000));
      const outcomes = await Promise.all(appends);
      expect(outcomes.map((outcome) => (outcome.kind === 'appended' ? outcome.revision : outcome.kind))).toEqual([0, 1, 'unavailable', 2, 0]);
      expect(writer.holdsLog).toBe(true);
      expect(lines).toEqual(['appends could not be decided']);
    } finally {
      await writer.stop();
      await ownPool.end();
      await own.drop();
    }
  });

  it('writes a short queue in one commit', async () => {
    expect(await commitsOf(32)).toEqual([32]);
  });

  it('writes half of a long queue at a time, so that the first are answered while the others are written', async () => {
    expect(await commitsOf(64)).toEqual([32, 32]);
    expect(await commitsOf(1_000)).toEqual([500, 250, 125, 63, 32, 30]);
  });
});
