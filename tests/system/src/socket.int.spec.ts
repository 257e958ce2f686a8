import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import WebSocket from 'ws';
import { asOwnPage, signInByForm } from '@mash/identity/testing';
import { Story, buildTown, sendConcern } from '@mash/town';
import type { PractitionerKey } from '@mash/town';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

describe('the socket', () => {
  const town = buildTown(10);
  let product: Product;
  let story: Story;
  const clients: Client[] = [];
  beforeAll(async () => {
    product = await startProduct([town]);
    await setUpTowns(product, [town]);
    story = new Story(town, product.hubUrl);
  }, 120_000);
  afterAll(async () => {
    for (const client of clients) await client.dispose();
    await product.stop();
  });

  async function clientOf(key: PractitionerKey | null): Promise<Client> {
    const headers = key === null ? {} : asOwnPage(product.hubUrl, await signInByForm({ hubUrl: product.hubUrl, ...town.practitioners[key] }));
    const client = createClient({
      url: `${product.hubUrl.replace('http', 'ws')}/graphql`, retryAttempts: 0,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string[]) {
          super(url, protocols, { headers });
        }
      },
    });
    clients.push(client);
    return client;
  }

  /** Collects what a subscription says until told to stop. */
  function listen(client: Client, query: string): { readonly said: unknown[]; stop(): void } {
    const said: unknown[] = [];
    const stop = client.subscribe({ query }, { next: (value) => void said.push(value), error: (error) => void said.push(error), complete: () => undefined });
    return { said, stop };
  }
  const until = async (enough: () => boolean): Promise<void> => {
    for (const end = Date.now() + 10_000; Date.now() < end && !enough();) await new Promise((resolve) => void setTimeout(resolve, 50));
  };

  it('wakes the hub\'s worker with ids and nothing else, and nobody of another unit', async () => {
    const worker = listen(await clientOf('socialWorker'), 'subscription { changes { view key } }');
    const outsider = listen(await clientOf('housingOfficer'), 'subscription { changes { view key } }');
    await new Promise((resolve) => void setTimeout(resolve, 500));
    await sendConcern(story);
    await until(() => JSON.stringify(worker.said).includes('disclosure'));
    expect(worker.said).toContainEqual({ data: { changes: { view: 'disclosure', key: expect.stringContaining(story.id('concern')) } } });
    expect(JSON.stringify(worker.said)).not.toContain(story.family.elder.familyName);
    expect(outsider.said).toEqual([]);
    worker.stop();
    outsider.stop();
  });

  it('refuses a query, which would pass by the record of reads', async () => {
    const { said } = listen(await clientOf('socialWorker'), '{ enquiries { items { id summary } } }');
    await until(() => said.length > 0);
    expect(JSON.stringify(said)).toContain('Only subscriptions travel over the socket');
  });

  it('refuses somebody who is not signed in', async () => {
    const { said } = listen(await clientOf(null), 'subscription { changes { view key } }');
    await until(() => said.length > 0);
    expect(JSON.stringify(said)).toContain('Sign in');
    expect(JSON.stringify(said)).not.toMatch(/at .*\.js/);
  });
});
