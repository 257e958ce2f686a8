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
  }, 120_000);
  afterAll(() => product.stop());

  it('builds every view from the first event, finds it identical, and the hub goes on', async () => {
    const { code, said } = await runRebuild(product);
    expect(said).not.toContain('DIFFERENT');
    expect(said).toMatch(/disclosure +identical/);
    expect(code).toBe(0);
    await readAnswers(story);
  }, 60_000);
});

function runRebuild(product: Product): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'apps/projector/dist/rebuild.js')], {
      env: { PATH: process.env['PATH'], ...product.environment, MASH_POSTGRES: product.databases.url('mash', 'mash_projector') }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', (code) => resolve({ code, said }));
  });
}
