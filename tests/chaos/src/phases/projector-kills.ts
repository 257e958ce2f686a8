import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ViewMap } from '@mash/kernel';
import type { Recorded } from '@mash/kernel';
import { createPool, migrate } from '@mash/postgres';
import type { Pool } from '@mash/postgres';
import { Metrics } from '@mash/telemetry';
import { findViewsCheckpoint, liveSchema, projectorPoints, readViewsCheckpoint, rebuild, rebuildPoints, versionsOf, viewsGrants } from '@mash/views';
import type { Entry } from '../checker/history.js';
import type { ProjectorOrder } from '../processes/told.js';
import { startChild } from '../site/child.js';
import type { Child } from '../site/child.js';
import { chaosJournal } from '../views/chaos-journal.js';
import { chaosViews } from '../views/chaos-views.js';
import type { Check, Phase, Stage } from './phase.js';
import { Trial, within } from './trial.js';

interface Death { readonly point: string; readonly time: number; readonly rebuilding: boolean }

/** Points that a projector passes once, when it starts. */
const onceOnly: readonly string[] = ['checkpoint-read', 'checkpoint-confirmed', 'position-corrected'];
const onlyInRebuild: readonly string[] = rebuildPoints.filter((point) => !(projectorPoints as readonly string[]).includes(point));

/** kill -9 of the projector at every point where it waits, while it follows and while it builds new views. */
export const projectorKills: Phase = {
  name: 'projector-kills',
  title: 'kill -9 of the projector at every await point',
  async run(stage) {
    const databases = await stage.site.databases(['mash']);
    const owner = createPool(databases.url('mash', 'mash_owner'), 1);
    await migrate(owner, viewsGrants);
    await owner.end();
    const postgres = databases.url('mash', 'mash_projector');
    const trial = await Trial.begin(stage, { writers: 1, workers: 4, rate: 40, followers: 1 });
    const pool = createPool(postgres, 4);
    let child: Child | undefined;
    try {
      await trial.serves();
      const run = new Run(stage, { url: trial.node.url, postgres, version: 1, dieAt: null }, pool);
      for (const death of deaths(stage)) {
        trial.fault();
        await run.die(death);
        stage.say(`${trial.faults.length} deaths, ${run.reached} of them at the point meant`);
      }
      const outcome = await trial.reckon();
      child = run.start(null);
      child.tell({ say: 'until', position: String(trial.log.at(-1)?.position ?? 0) });
      const caughtUp = await within(60_000, child.ended);
      const checks = await checkViews(pool, trial.node.url, run.version, trial.log);
      return {
        ...outcome, notes: { ...outcome.notes, reached: run.reached, points: run.points, versions: run.version },
        figures: { ...outcome.figures, recoveries: [] },
        checks: [...outcome.checks, { title: 'the projector caught up after the last kill', passed: caughtUp === 0, detail: String(caughtUp) }, ...checks, {
          title: 'most kills struck at the point meant', passed: run.reached * 2 > trial.faults.length, detail: `${run.reached} of ${trial.faults.length}`,
        }],
      };
    } finally {
      await child?.kill();
      await pool.end();
      await trial.end();
    }
  },
};

/** Every point in turn, again and again, each time at another of its passings. */
function deaths(stage: Stage): Death[] {
  const { chance, full } = stage;
  const following = (n: number): Death => {
    const point = projectorPoints[n % projectorPoints.length] ?? projectorPoints[0];
    return { point, time: onceOnly.includes(point) ? 1 : chance.between(1, 4), rebuilding: false };
  };
  const building = (n: number): Death => {
    // Both what a rebuild alone passes, and what it passes because its runner does.
    const point = n % 2 === 0 ? onlyInRebuild[(n / 2) % onlyInRebuild.length] : projectorPoints[((n - 1) / 2) % projectorPoints.length];
    return { point: point ?? 'swapped', time: 1, rebuilding: true };
  };
  const [follow, build] = full ? [120, 80] : [24, 16];
  const mixed = (all: readonly Death[]): Death[] => all.map((death) => ({ death, order: chance.next() })).sort((a, b) => a.order - b.order).map(({ death }) => death);
  return [...mixed(Array.from({ length: follow }, (_, n) => following(n))), ...mixed(Array.from({ length: build }, (_, n) => building(n)))];
}

/** One projector after another, each living until it comes to its point. */
class Run {
  version = 1;
  reached = 0;
  readonly points: Record<string, number> = {};

  constructor(private readonly stage: Stage, private readonly order: ProjectorOrder, private readonly pool: Pool) {}

  start(dieAt: ProjectorOrder['dieAt']): Child {
    return startChild({
      script: 'tests/chaos/dist/processes/projector.js', hears: true, said: join(this.stage.folder, 'projector.log'),
      environment: { CHAOS_ORDER: JSON.stringify({ ...this.order, version: this.version, dieAt }) },
    });
  }

  async die({ point, time, rebuilding }: Death): Promise<void> {
    // A rebuild that was killed goes on in the next life; only when one has come to its end is another asked for.
    if (rebuilding && (await findViewsCheckpoint(this.pool, liveSchema))?.versions === versionsOf(chaosViews(this.version))) this.version += 1;
    const child = this.start({ point, time });
    // A point that this life does not come to is a kill at a random moment instead.
    const patience = point === 'position-corrected' ? this.stage.chance.between(200, 1_500) : 10_000;
    if (await within(patience, child.ended) === 'late') return child.kill();
    this.reached += 1;
    this.points[point] = (this.points[point] ?? 0) + 1;
    await pause(this.stage.chance.between(0, 50));
  }
}

/** The views against a fresh rebuild, byte for byte; against a fold of the log by the checker itself; and their count of events. */
async function checkViews(pool: Pool, url: string, version: number, log: readonly Entry[]): Promise<Check[]> {
  const views = chaosViews(version);
  const handled = (await readViewsCheckpoint(pool, liveSchema))?.handled;
  const differing = (await Promise.all(views.map(async (view) => {
    const map = new ViewMap(view);
    for (const { id, stream, revision, position } of log) map.apply({ id, stream, revision: BigInt(revision), position: BigInt(position), event: { type: 'ConcernReceived' } } as unknown as Recorded);
    const { rows } = await pool.query<{ key: string; body: unknown }>(`SELECT key, body FROM ${liveSchema}.${view.name}`);
    const expected = new Map([...map.entries()].map(([key, row]) => [key, row.body]));
    return rows.length === expected.size && rows.every(({ key, body }) => isDeepStrictEqual(body, expected.get(key))) ? [] : [`${view.name}: ${rows.length} rows for ${expected.size}`];
  }))).flat();
  const journal = chaosJournal(url);
  const built = await rebuild({ pool, journal, views, metrics: new Metrics(true) });
  await journal.log.close();
  const outcomes = built.views.map((each) => `${each.view} ${each.outcome}`).join(', ');
  return [
    { title: 'every event was taken in exactly once', passed: handled === log.length, detail: `${handled} of ${log.length}` },
    { title: 'every row is what the log says', passed: differing.length === 0, detail: differing.join('; ') },
    { title: 'the views equal a fresh rebuild, byte for byte', passed: built.identical && built.views.every(({ outcome }) => outcome === 'identical'), detail: outcomes },
  ];
}
