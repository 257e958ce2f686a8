import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LogUnavailable } from '@mash/event-log';
import { Metrics } from '@mash/telemetry';
import { AnotherLog } from './checkpoint.js';
import { runnerPoints } from './crash-points.js';
import type { RunnerPoint } from './crash-points.js';
import { followerMetrics } from './follower-metrics.js';
import { Runner } from './runner.js';
import { copiedLog } from './testing/copied-log.js';
import type { CopiedLog } from './testing/copied-log.js';
import { noteTable } from './testing/note-table.js';
import type { NoteTable } from './testing/note-table.js';

/** One life of a follower: on which server, how it reads, and what ends it. */
interface Life {
  readonly server: 0 | 1;
  readonly live: boolean;
  readonly most: number;
  /** Dies when it comes to this point for the n-th time; null for an orderly stop after so many batches. */
  readonly dies: RunnerPoint | null;
  readonly after: number;
}

const lifeOf: fc.Arbitrary<Life> = fc.record({
  server: fc.constantFrom(0 as const, 1 as const), live: fc.boolean(), most: fc.integer({ min: 1, max: 25 }),
  dies: fc.option(fc.constantFrom(...runnerPoints)), after: fc.integer({ min: 1, max: 6 }),
});

const seed = 20_261_122;

describe('a follower that is stopped and killed at random', () => {
  let log: CopiedLog;
  let table: NoteTable;
  beforeAll(async () => {
    [log, table] = [await copiedLog(90), await noteTable()];
  }, 60_000);
  afterAll(async () => {
    await log.stop();
    await table.drop();
  });

  async function live({ server, live, most, dies, after }: Life): Promise<void> {
    const stopping = new AbortController();
    let [points, batches] = [0, 0];
    const last = log.events.at(-1)?.id;
    const runner: Runner<readonly string[]> = new Runner({
      log: log.logs[server], pool: table.pool, metrics: followerMetrics(new Metrics(), 'projector'), most,
      handler: {
        ...table.handler,
        written: () => {
          batches += 1;
          if ((dies === null && batches >= after) || runner.checkpoint.eventId === last) stopping.abort();
        },
        begun: (from) => Promise.resolve(from.eventId === last ? stopping.abort() : undefined),
      },
      crashPoint: (point) => {
        points += point === dies ? 1 : 0;
        if (point === dies && points === after) throw new Error('killed');
      },
    });
    const work = live ? runner.follow(stopping.signal) : runner.catchUp({ signal: stopping.signal });
    await work.catch((error: unknown) => {
      if (!(error instanceof Error && error.message === 'killed')) throw error;
    });
  }

  it('loses nothing and repeats nothing, on whichever server it goes on', () => fc.assert(
    fc.asyncProperty(fc.array(lifeOf, { maxLength: 8 }), fc.boolean(), async (lives, endsLive) => {
      await table.empty();
      for (const each of lives) {
        await live(each);
        const ids = await table.ids();
        expect(ids).toEqual(log.events.slice(0, ids.length).map(({ id }) => id));
      }
      await live({ server: endsLive ? 1 : 0, live: endsLive, most: 500, dies: null, after: 1_000 });
      expect(await table.ids()).toEqual(log.events.map(({ id }) => id));
    }), { numRuns: 30, seed }), 120_000);

  it('resumes from any checkpoint at the event after it', () => fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 89 }), fc.constantFrom(0 as const, 1 as const), fc.integer({ min: 1, max: 40 }), async (index, server, most) => {
      await table.empty();
      const at = log.events[index];
      // The position is another server's, or nobody's: it must not be believed.
      await table.pool.query('UPDATE note.checkpoint SET position = 77, stream = $1, revision = $2, event_id = $3', [at?.stream, at?.revision, at?.id]);
      await live({ server, live: false, most, dies: null, after: 1_000 });
      expect(await table.ids()).toEqual(log.events.slice(index + 1).map(({ id }) => id));
    }), { numRuns: 25, seed }), 60_000);

  it('is stuck when something stops it that waiting for the log does not mend, until it begins again', async () => {
    const stopping = new AbortController();
    let stops: Error | null = null;
    const runner = new Runner({
      log: log.logs[0], pool: table.pool, metrics: followerMetrics(new Metrics(), 'steward'),
      handler: {
        ...table.handler,
        ready: () => (stops === null ? Promise.resolve() : Promise.reject(stops)),
        begun: () => Promise.resolve(stopping.abort()),
      },
    });
    const stuckAfter = async (why: Error | null): Promise<boolean> => {
      stops = why;
      await runner.follow(stopping.signal).catch((error: unknown) => expect(error).toBe(why));
      return runner.stuck;
    };
    expect(await stuckAfter(new LogUnavailable('away'))).toBe(false);
    expect(await stuckAfter(new AnotherLog('restored'))).toBe(true);
    expect(await stuckAfter(new LogUnavailable('away'))).toBe(true);
    expect(await stuckAfter(null)).toBe(false);
  });
});
