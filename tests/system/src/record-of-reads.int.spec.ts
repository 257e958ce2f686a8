import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Story, buildTown, eventually, openEnquiry, sendConcern } from '@mash/town';
import type { Answer } from '@mash/town';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

interface RecordedRead { readonly operation: string; readonly reader: string; readonly purpose: string; readonly rows: readonly { readonly view: string; readonly key: string; readonly withheld: readonly { readonly rule: string }[] }[] }

describe('a read of personal data', () => {
  const town = buildTown(11);
  let product: Product;
  let story: Story;
  beforeAll(async () => {
    product = await startProduct([town]);
    await setUpTowns(product, [town]);
    story = new Story(town, product.hubUrl);
    await sendConcern(story);
    await openEnquiry(story);
  }, 120_000);
  afterAll(() => product.stop());

  const enquiry = async (): Promise<Answer<{ enquiry: { summary: string } }>> =>
    (await story.as('socialWorker')).ask('query ($id: Uuid!) { enquiry(id: $id) { summary } }', { id: story.id('enquiry') });

  /** Every recorded read, as it lies in the log: it holds ids and codes only, so it can be read there. */
  async function reads(): Promise<RecordedRead[]> {
    const { MASH_EVENT_STORE: connectionString = '', MASH_EVENT_STORE_USER: username = '', MASH_EVENT_STORE_PASSWORD: password = '' } = product.environment;
    const client = EventStoreDBClient.connectionString(connectionString);
    const recorded: Partial<RecordedRead>[] = [];
    for await (const { event } of client.readAll({ credentials: { username, password } })) recorded.push({ ...(event?.data as object) });
    await client.dispose();
    return recorded.filter((each): each is RecordedRead => each.operation !== undefined && each.rows !== undefined);
  }

  it('11.R17 is an event before it is an answer: who, which rows, for what purpose', async () => {
    await eventually(enquiry, (answer) => answer.data !== null);
    const before = (await reads()).length;
    expect((await enquiry()).data?.enquiry.summary).toContain('Concern from school');
    const after = await reads();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)).toMatchObject({
      operation: 'enquiry', reader: story.practitioner('socialWorker'), purpose: 'FIND_WORK', rows: [{ view: 'enquiry', key: story.id('enquiry'), withheld: [] }],
    });
  });

  it('5.R5 says what was held back, and by which rule', async () => {
    const decisionMaker = await story.as('decisionMaker');
    await decisionMaker.ask('query ($id: Uuid!) { disclosure(id: $id, purpose: PROTECT_CHILD) { items { statement } } }', { id: story.id('concern') });
    const withheld = (await reads()).flatMap((each) => each.rows).filter((row) => row.view === 'disclosure').at(-1)?.withheld.map(({ rule }) => rule);
    expect(withheld).toContain('5.R2');
  });

  it('is refused, and shows nothing, while it cannot be recorded; and is shown again once it can', async () => {
    await product.killOne('event-store');
    const refused = await enquiry();
    expect(refused.data ?? null).toBeNull();
    expect(refused.errors?.map((each) => each.extensions?.code)).toEqual(['UNAVAILABLE']);
    await product.startOne('event-store');
    await eventually(enquiry, (answer) => answer.data?.enquiry.summary.includes('Concern from school') === true);
  }, 60_000);
});
