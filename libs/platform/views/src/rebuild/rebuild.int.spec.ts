import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyView } from '@mash/kernel';
import { Metrics } from '@mash/telemetry';
import { readViewsCheckpoint } from '../checkpoint.js';
import { projectorPoints, rebuildPoints } from '../crash-points.js';
import type { RebuildPoint } from '../crash-points.js';
import { Projector } from '../projector.js';
import { ViewReader } from '../query.js';
import { notesView, reader, tallyView, testViews, viewsUnderTest } from '../testing/views-under-test.js';
import type { ViewsUnderTest } from '../testing/views-under-test.js';
import { rebuild } from './rebuild.js';
import type { Rebuilding, Rebuilt } from './rebuild.js';
import { rollBack } from './roll-back.js';

const seed = 20_261_122;

describe('the views', () => {
  let test: ViewsUnderTest;
  let projectors: Projector[] = [];
  beforeAll(async () => {
    test = await viewsUnderTest();
    await test.write(250);
  }, 60_000);
  beforeEach(() => test.forgetViews());
  afterEach(async () => {
    await Promise.all(projectors.map((projector) => projector.stop()));
    projectors = [];
  });
  afterAll(() => test.stop());

  const start = (views: readonly AnyView[] = testViews, crashPoint: (point: RebuildPoint) => void = () => undefined): Projector => {
    const projector = new Projector({ pool: test.pool, journal: test.journal, views, metrics: new Metrics(), say: () => undefined, crashPoint });
    projectors.push(projector);
    projector.start();
    return projector;
  };
  const caughtUp = async (): Promise<void> => {
    const head = async (): Promise<bigint> => {
      let last = 0n;
      for await (const event of test.journal.log.readAll()) if (event.stream.startsWith('enquiry-')) last = event.position;
      return last;
    };
    if (!await new ViewReader(test.hub).reached(await head(), 15_000)) throw new Error('The views did not get there.');
  };
  const projected = async (): Promise<void> => {
    start();
    for (let tries = 0; await test.pool.query('SELECT 1 FROM views.checkpoint').then(() => false, () => true) && tries < 200; tries += 1) {
      await new Promise((resolve) => void setTimeout(resolve, 25));
    }
    await caughtUp();
  };
  const work = (more: Partial<Rebuilding> = {}): Rebuilding =>
    ({ pool: test.pool, journal: test.journal, views: testViews, metrics: new Metrics(), most: 40, ...more });
  const dyingAt = (point: RebuildPoint, after: number): Partial<Rebuilding> => {
    let passed = 0;
    return { crashPoint: (at) => {
      passed += at === point ? 1 : 0;
      if (at === point && passed === after) throw new Error('killed');
    } };
  };
  const unlessKilled = (promise: Promise<Rebuilt | number>): Promise<unknown> => promise.catch((error: unknown) => {
    if (!(error instanceof Error && error.message === 'killed')) throw error;
  });

  it('come out of a rebuild as a fold of the whole log leaves them, with every view identical', async () => {
    await projected();
    expect(await rebuild(work())).toMatchObject({ identical: true, resumedAt: 0, views: [{ view: 'note', outcome: 'identical' }, { view: 'tally', outcome: 'identical' }] });
    expect(await test.rows('views')).toEqual(await test.folded());
  });

  it('are queried all the while: no query fails, none is shown an earlier moment, and events that come in are shown', async () => {
    await projected();
    const views = new ViewReader(test.hub);
    let building = true;
    const totals: number[] = [];
    const counts: number[] = [];
    const querying = (async () => {
      while (building) {
        totals.push((await views.list(reader, 'note', {}, 5, null)).total);
        counts.push((await views.find<{ count: number }>(reader, 'tally', 'all'))?.body.count ?? -1);
      }
    })();
    const writing = (async () => {
      while (building) await test.write(3);
    })();
    for (let round = 0; round < 4; round += 1) expect(await rebuild(work())).toMatchObject({ identical: true });
    building = false;
    await Promise.all([querying, writing]);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(Math.min(...totals)).toBeGreaterThan(0);
    await caughtUp();
    expect(await test.rows('views')).toEqual(await test.folded());
  }, 60_000);

  it('are rebuilt from where a rebuild was that was killed at any point, and come out the same', async () => {
    await projected();
    const folded = await test.folded();
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...rebuildPoints), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 3 }), async (deaths) => {
      for (const [point, after] of deaths) {
        await unlessKilled(rebuild(work(dyingAt(point, after))));
        expect(await test.rows('views')).toEqual(folded);
      }
      expect(await rebuild(work())).toMatchObject({ identical: true });
      expect(await test.rows('views')).toEqual(folded);
    }), { numRuns: 12, seed });
  }, 120_000);

  it('are not begun anew after a kill', async () => {
    await projected();
    await unlessKilled(rebuild(work(dyingAt('committed', 3))));
    expect(await rebuild(work())).toMatchObject({ resumedAt: 120, identical: true });
  });

  it('are begun anew when what a killed rebuild left is of other versions', async () => {
    await projected();
    await unlessKilled(rebuild(work({ ...dyingAt('committed', 3), views: [notesView(2), tallyView] })));
    expect(await rebuild(work())).toMatchObject({ resumedAt: 0, identical: true });
  });

  it('are begun anew when that is asked for, and nothing of what was folded before is kept', async () => {
    await projected();
    await rebuild(work());
    await unlessKilled(rebuild(work(dyingAt('committed', 3))));
    expect(await rebuild(work({ anew: true }))).toMatchObject({ resumedAt: 0, identical: true });
    expect((await test.pool.query(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'views%'`)).rows).toEqual([{ nspname: 'views' }]);
    await expect(rollBack(work())).rejects.toThrow('There are no former views');
  });

  it('take each event in once, although a swap was given up in the middle of a batch', async () => {
    await projected();
    let [holds, slow] = [0, true];
    const rebuilt = await rebuild(work({ longestHold: 150, crashPoint: async (point) => {
      if (point === 'compared') await test.write(60).then(caughtUp);
      if (point === 'live-held') holds += 1;
      if (point === 'rows-written' && holds === 1 && slow) {
        slow = false;
        await new Promise((resolve) => void setTimeout(resolve, 600));
      }
    } }));
    expect(rebuilt).toMatchObject({ identical: true });
    expect(holds).toBeGreaterThan(1);
    await caughtUp();
    expect(await test.rows('views')).toEqual(await test.folded());
  });

  it('are not swapped by a rebuild that lost the connection that keeps others away', async () => {
    await projected();
    const lost = rebuild(work({ crashPoint: async (point) => {
      if (point !== 'compared') return;
      await test.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
      await new Promise((resolve) => void setTimeout(resolve, 100));
    } }));
    await expect(lost).rejects.toThrow('The connection that kept other rebuilds away was lost');
    expect(await rebuild(work())).toMatchObject({ identical: true });
    expect(await test.rows('views')).toEqual(await test.folded());
  });

  it('are swapped although somebody reads the former ones for a while, and the projector does not wait for that', async () => {
    await projected();
    await rebuild(work());
    const backup = await test.pool.connect();
    await backup.query('BEGIN; SELECT FROM views_former.note LIMIT 1');
    let ended = false;
    const second = rebuild(work({ longestHold: 400 })).finally(() => void (ended = true));
    while (!ended && (await test.pool.query(`SELECT FROM pg_locks WHERE NOT granted AND locktype = 'relation'`)).rows.length === 0) await new Promise((resolve) => void setTimeout(resolve, 10));
    await test.write(5);
    await caughtUp();
    await backup.query('COMMIT');
    backup.release();
    expect(await second).toMatchObject({ identical: true });
  });

  it('are rebuilt by one at a time', async () => {
    await projected();
    const first = rebuild(work({ crashPoint: async (point) => {
      if (point === 'indexes-made') await expect(rebuild(work())).rejects.toThrow('Another rebuild of the views is under way');
    } }));
    expect(await first).toMatchObject({ identical: true });
  });

  it('that were wrong are found by subject, by id and without content', async () => {
    await projected();
    const { rows: [wrong] } = await test.pool.query<{ key: string; enquiry_id: string }>('SELECT key, enquiry_id FROM views.note WHERE enquiry_id IS NOT NULL ORDER BY key LIMIT 1');
    const { rows: [lost] } = await test.pool.query<{ key: string }>('SELECT key FROM views.note WHERE enquiry_id IS NULL ORDER BY key LIMIT 1');
    await test.pool.query(`UPDATE views.note SET body = '{"signed": 4711}' WHERE key = $1`, [wrong?.key]);
    await test.pool.query('DELETE FROM views.note WHERE key = $1', [lost?.key]);
    const { identical, views: [notes, tally] } = await rebuild(work());
    expect(identical).toBe(false);
    expect(notes).toMatchObject({ outcome: 'different', differing: [wrong?.enquiry_id, lost?.key.split('/')[0]].sort(), differingCount: 2 });
    expect(tally).toMatchObject({ outcome: 'identical' });
    expect(await test.rows('views')).toEqual(await test.folded());
  });

  it('are swapped back by a roll-back, with what came in meanwhile, and forward again', async () => {
    await projected();
    await rebuild(work());
    await test.pool.query('CREATE TABLE views.rebuilt ()');
    const rebuilt = async (): Promise<boolean> => (await test.pool.query(`SELECT 1 FROM pg_tables WHERE schemaname = 'views' AND tablename = 'rebuilt'`)).rows.length === 1;
    await test.write(20);
    await caughtUp();
    await rollBack(work());
    expect(await rebuilt()).toBe(false);
    expect(await test.rows('views')).toEqual(await test.folded());
    await test.write(20);
    await caughtUp();
    expect(await test.rows('views')).toEqual(await test.folded());
    await rollBack(work());
    expect(await rebuilt()).toBe(true);
    await caughtUp();
    expect(await test.rows('views')).toEqual(await test.folded());
  });

  it('are not swapped back where there is nothing to go back to, or nothing that this code could keep up to date', async () => {
    await projected();
    await expect(rollBack(work())).rejects.toThrow('There are no former views');
    await rebuild(work());
    await expect(rollBack(work({ views: [notesView(3), tallyView] }))).rejects.toThrow('Roll back with the code that made them');
  });

  it('of another version are rebuilt by the projector that starts, and swapped back by the former one', async () => {
    await projected();
    await projectors[0]?.stop();
    const newer = [notesView(2), tallyView];
    start(newer);
    for (let tries = 0; (await readViewsCheckpoint(test.pool, 'views'))?.versions !== 'note@2 tally@1' && tries < 400; tries += 1) await new Promise((resolve) => void setTimeout(resolve, 25));
    await projectors[1]?.stop();
    await test.write(10);
    const points: RebuildPoint[] = [];
    start(testViews, (point) => void points.push(point));
    await caughtUp();
    expect(points).not.toContain('next-made');
    expect((await readViewsCheckpoint(test.pool, 'views'))?.versions).toBe('note@1 tally@1');
    expect(await test.rows('views')).toEqual(await test.folded());
  }, 60_000);

  it('are what a fold leaves however often the projector was killed, at whichever point', async () => {
    const folded = await test.folded();

    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...projectorPoints), fc.integer({ min: 1, max: 5 })), { minLength: 1, maxLength: 4 }), async (deaths) => {
      await test.forgetViews();
      for (const [point, after] of deaths) {
        const stopping = new AbortController();
        const timer = setTimeout(() => stopping.abort(), 300);
        const projector = new Projector({ pool: test.pool, journal: test.journal, views: testViews, metrics: new Metrics(), say: () => undefined, ...dyingAt(point, after) });
        await projector.follow(stopping.signal).catch((error: unknown) => expect(String(error)).toContain('killed'));
        clearTimeout(timer);
      }
      start();
      for (let tries = 0; await test.pool.query('SELECT 1 FROM views.checkpoint').then(() => false, () => true) && tries < 200; tries += 1) await new Promise((resolve) => void setTimeout(resolve, 25));
      await caughtUp();
      await projectors.pop()?.stop();
      expect(await test.rows('views')).toEqual(folded);
    }), { numRuns: 12, seed });
  }, 120_000);
});
