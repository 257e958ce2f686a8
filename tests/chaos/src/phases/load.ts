import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Entry } from '../checker/history.js';
import type { CrowdSequence } from '../processes/told.js';
import { residentMiB, startChild } from '../site/child.js';
import type { Child } from '../site/child.js';
import type { Check, Phase, Stage } from './phase.js';
import { Trial, within } from './trial.js';

interface Crowd { readonly child: Child; readonly result: string }

/** grpc-js gives a process's connections to one server to all its clients, so a crowd is spread over processes. */
const perProcess = 250;

/** Commands at a steady rate with a crowd of subscribers, each to its own stream, and three that follow everything. */
export const load: Phase = {
  name: 'load',
  title: '500 commands a second with a crowd of subscribers',
  async run(stage) {
    const seconds = stage.full ? 180 : 30;
    const streams = Array.from({ length: stage.full ? 1_000 : 200 }, (_, n) => `enquiry-load-${n}`);
    const trial = await Trial.begin(stage, { writers: 2, workers: 16, rate: 500, most: 8, followers: 3, streams });
    const crowds = await gather(stage, trial.node.url, streams);
    try {
      const memory: (readonly [number, number])[] = [];
      for (let second = 1; second <= seconds; second += 1) {
        await pause(1_000);
        memory.push([residentMiB(trial.node.pid) ?? 0, Math.max(...crowds.map(({ child }) => residentMiB(child.pid) ?? 0))]);
        stage.say(`${second} of ${seconds} s, node ${Math.round(memory.at(-1)?.[0] ?? 0)} MiB`);
      }
      const outcome = await trial.reckon();
      const crowd = await crowdChecks(crowds, trial.log, streams);
      const flat = [growth(memory.map(([node]) => node)), growth(memory.map(([, most]) => most))] as const;
      const perSecond = outcome.figures.acknowledged / seconds;
      return {
        ...outcome, notes: { ...outcome.notes, memory, growth: flat, perSecond, subscribers: streams.length },
        checks: [...outcome.checks, crowd, {
          // A short run still warms up, so only the long one says anything about a slope.
          title: 'memory of node and subscribers stays flat', passed: !stage.full || flat.every((each) => each < 1.3), detail: `last third to middle third: ${flat.map((each) => each.toFixed(2)).join(', ')}`,
        }],
      };
    } finally {
      await Promise.all(crowds.map(({ child }) => child.kill()));
      await trial.end();
    }
  },
};

async function gather(stage: Stage, url: string, streams: readonly string[]): Promise<Crowd[]> {
  const parts = Array.from({ length: Math.ceil(streams.length / perProcess) }, (_, n) => streams.slice(n * perProcess, (n + 1) * perProcess));
  return Promise.all(parts.map(async (part, n) => {
    const result = join(stage.folder, `crowd-${n}.json`);
    const child = startChild({
      script: 'tests/chaos/dist/processes/crowd.js', hears: true, said: join(stage.folder, `crowd-${n}.log`), environment: { CHAOS_ORDER: JSON.stringify({ url, streams: part, result }) },
    });
    await child.heard();
    return { child, result };
  }));
}

async function crowdChecks(crowds: readonly Crowd[], log: readonly Entry[], streams: readonly string[]): Promise<Check> {
  const ids = new Map(streams.map((stream) => [stream, { count: 0, digest: createHash('sha256') }]));
  for (const { stream, id } of log) {
    const of = ids.get(stream);
    if (!of) continue;
    of.count += 1;
    of.digest.update(id);
  }
  const wanted = new Map([...ids].map(([stream, { count, digest }]) => [stream, { count, digest: digest.digest('hex') }]));
  const counts = Object.fromEntries([...wanted].map(([stream, { count }]) => [stream, count]));
  const got = (await Promise.all(crowds.map(async ({ child, result }) => {
    child.tell({ say: 'counts', counts });
    if (await within(60_000, child.ended) === 'late') {
      child.tell({ say: 'stop' });
      await within(5_000, child.ended);
    }
    return JSON.parse(readFileSync(result, 'utf8')) as CrowdSequence[];
  }))).flat();
  const wrong = got.filter(({ stream, count, digest, outOfStep }) => outOfStep > 0 || count !== wanted.get(stream)?.count || digest !== wanted.get(stream)?.digest);
  return {
    title: `each of ${streams.length} subscribers was given exactly its stream`, passed: wrong.length === 0 && got.length === streams.length,
    ...wrong.length > 0 ? { detail: `${wrong.length} were not, such as ${JSON.stringify(wrong[0])}` } : {},
  };
}

/** How much more the last third holds than the middle third. */
function growth(samples: readonly number[]): number {
  const third = Math.floor(samples.length / 3);
  const mean = (part: readonly number[]): number => part.reduce((sum, each) => sum + each, 0) / part.length;
  return mean(samples.slice(2 * third)) / mean(samples.slice(third, 2 * third));
}
