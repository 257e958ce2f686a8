import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbeddedPostgres } from '@mash/embedded-postgres';
import type { RunningPostgres } from '@mash/embedded-postgres';
import { createPool } from '@mash/postgres';
import {
  Story, askAgencies, bringInFamily, buildTown, gpAnswers, motherWithdraws, nurseryMissesDueTime, openEnquiry, passOnSafetyFact, policeAnswer, readAnswers, seeded,
  sendConcern, trustAnswer, trustKnowsElder,
} from '@mash/town';
import getPort from 'get-port';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

const chapters = [
  ['the concern', sendConcern], ['the trust\'s record', trustKnowsElder], ['the enquiry', openEnquiry], ['the family', bringInFamily], ['the requests', askAgencies],
  ['the police\'s answer', policeAnswer], ['the trust\'s answer', trustAnswer], ['the GP\'s answer', gpAnswers], ['the missed due time', nurseryMissesDueTime],
  ['the reading', readAnswers], ['the withdrawal', motherWithdraws], ['the passing on', passOnSafetyFact],
] as const;
const killedIn: readonly string[] = ['the concern', 'the family', 'the requests', 'the police\'s answer', 'the trust\'s answer', 'the withdrawal', 'the passing on'];

describe('kill -9 of everything in the middle of the scenario', () => {
  const [town, control] = [buildTown(7), buildTown(8)];
  const random = seeded(20_261_121);
  const folder = join(tmpdir(), `mash-kill-${randomBytes(6).toString('hex')}`);
  const password = randomBytes(12).toString('hex');
  let port: number;
  let postgres: RunningPostgres;
  let product: Product;
  let story: Story;

  const startPostgres = (): Promise<RunningPostgres> => startEmbeddedPostgres({ port, dataDir: folder, password });
  beforeAll(async () => {
    port = await getPort();
    postgres = await startPostgres();
    product = await startProduct([town, control], { postgres: postgres.adminUrl });
    await setUpTowns(product, [town, control]);
    story = new Story(town, product.hubUrl);
  }, 120_000);
  afterAll(async () => {
    await product.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Kills every process of the product and PostgreSQL, without warning, and starts them again. */
  async function killEverything(): Promise<void> {
    process.kill(postgres.pid, 'SIGKILL');
    await product.killAll();
    postgres = await startPostgres();
    await product.startAll();
    story.signOutAll();
  }

  it.each(chapters)('goes on with %s', async (name, chapter) => {
    if (killedIn.includes(name)) {
      const underWay = chapter(story).catch(() => 'interrupted');
      await new Promise((resolve) => void setTimeout(resolve, 20 + random.next() * 350));
      await killEverything();
      await underWay;
    }
    await chapter(story);
  }, 90_000);

  it('has lost nothing and doubled nothing: an undisturbed run leaves the same events', async () => {
    const undisturbed = new Story(control, product.hubUrl);
    for (const [, chapter] of chapters) await chapter(undisturbed);
    await new Promise((resolve) => void setTimeout(resolve, 1_000));
    expect(await eventsOf(product, story)).toEqual(await eventsOf(product, undisturbed));
  }, 60_000);

  it('has gapless revisions in every stream', async () => {
    const log = createPool(product.databases.url('mash', 'mash_owner'), 1);
    const { rows } = await log.query('SELECT stream FROM notary.entry GROUP BY stream HAVING count(*) <> max(revision) + 1 OR min(revision) <> 0');
    await log.end();
    expect(rows).toEqual([]);
  });
});

/** How many events of each type happened in a story's town, as the notary took them from the log. */
async function eventsOf(product: Product, story: Story): Promise<Record<string, number>> {
  const pool = createPool(product.databases.url('mash', 'mash_owner'), 1);
  const agencies = Object.values(story.town.organisations).map(({ id }) => id);
  const { rows } = await pool.query<{ type: string; count: string }>(
    'SELECT type, count(*) FROM notary.entry WHERE agency = ANY($1) OR enquiry_id = $2 GROUP BY type ORDER BY type', [agencies, story.id('enquiry')]);
  await pool.end();
  return Object.fromEntries(rows.map(({ type, count }) => [type, Number(count)]));
}
