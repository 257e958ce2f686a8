import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story, askAgencies, bringInFamily, buildTown, gpAnswers, openEnquiry, policeAnswer, readAnswers, sendConcern, trustAnswer, trustKnowsElder } from '@mash/town';
import { root } from './harness/child.js';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

describe('npm run rebuild', () => {
  const town = buildTown(9);
  let product: Product;
  let story: Story;
  beforeAll(async () => {
    product = await startProduct([town]);
    await setUpTowns(product, [town]);
    story = new Story(town, product.hubUrl);
    for (const chapter of [sendConcern, trustKnowsElder, openEnquiry, bringInFamily, askAgencies, policeAnswer, trustAnswer, gpAnswers]) await chapter(story);
  }, 300_000);
  afterAll(() => product.stop());

  /** Asks for the enquiries again and again while something goes on, and answers with everything that was shown. */
  async function queriedWhile<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly shown: ReadonlySet<string>; readonly times: number }> {
    const worker = await story.as('decisionMaker');
    const shown = new Set<string>();
    let [times, under] = [0, true];
    const asking = (async () => {
      for (; under; times += 1) shown.add(JSON.stringify(await worker.read('{ enquiries(first: 25) { total items { id urgency people { personId capacity } } } }')));
    })();
    try {
      return { result: await work(), shown, times };
    } finally {
      under = false;
      await asking;
    }
  }

  it('builds every view from the first event and finds it identical, and a reader is shown the same all the while', async () => {
    const { result, shown, times } = await queriedWhile(() => runRebuild(product));
    expect(result.said).not.toContain('DIFFERENT');
    expect(result.said).toMatch(/disclosure +identical/);
    expect(result.code).toBe(0);
    expect(shown.size).toBe(1);
    expect(times).toBeGreaterThan(1);
    await readAnswers(story);
  }, 180_000);

  it('can be killed, and run again', async () => {
    const { shown } = await queriedWhile(async () => {
      for (const milliseconds of [300, 700, 1_100]) await runRebuild(product, [], milliseconds);
    });
    expect(shown.size).toBe(1);
    expect(await runRebuild(product)).toMatchObject({ code: 0, said: expect.stringMatching(/disclosure +identical/) as unknown });
  }, 180_000);

  it('is taken back with --rollback, and the hub goes on', async () => {
    const { result, shown } = await queriedWhile(() => runRebuild(product, ['--rollback']));
    expect(result).toMatchObject({ code: 0, said: expect.stringContaining('The former views are live again') as unknown });
    expect(shown.size).toBe(1);
    await readAnswers(story);
  }, 180_000);

  it('refuses what it does not know', async () => expect(await runRebuild(product, ['--rolback'])).toMatchObject({ code: 1, said: expect.stringContaining('Usage:') as unknown }));
});

/** @param killedAfter milliseconds after which it is killed without warning */
function runRebuild(product: Product, options: readonly string[] = [], killedAfter?: number): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'apps/projector/dist/rebuild.js'), ...options], {
      env: { PATH: process.env['PATH'], ...product.environment, MASH_POSTGRES: product.databases.url('mash', 'mash_projector') }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    const killing = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter);
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', (code) => {
      clearTimeout(killing);
      resolve({ code, said });
    });
  });
}
