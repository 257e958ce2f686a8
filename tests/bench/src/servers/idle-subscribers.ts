import { once } from 'node:events';

import { EventStoreDBClient } from '@eventstore/db-client';

/** Opens many subscriptions to streams in which nothing happens, fewer on each connection than a server allows. */
const url = process.env['MASH_BENCH_URL'] ?? '';
const amount = Number(process.env['MASH_BENCH_AMOUNT']);
const ON_ONE_CONNECTION = 90;

const confirmed: Promise<unknown>[] = [];
for (let n = 0; n < amount; n += ON_ONE_CONNECTION) {
  // Clients whose options are equal would share one connection.
  const client = EventStoreDBClient.connectionString(`${url}&keepAliveInterval=${20_000 + n}`);
  for (let m = n; m < Math.min(amount, n + ON_ONE_CONNECTION); m += 1) {
    const subscription = client.subscribeToStream(`idle-${m}`);
    subscription.on('error', () => undefined);
    confirmed.push(once(subscription, 'confirmation'));
  }
}
await Promise.all(confirmed);
process.stdout.write('subscribed\n');
process.stdin.resume();
await once(process.stdin, 'end');
process.exit(0);
