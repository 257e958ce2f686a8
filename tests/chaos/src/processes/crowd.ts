import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, START } from '@eventstore/db-client';
import { onWord, takeOrder } from './told.js';
import type { CrowdOrder, CrowdSequence } from './told.js';

/** A server allows 100 streams a connection; whoever comes after them waits without a word. */
const perConnection = 90;

class Subscriber {
  count = 0;
  outOfStep = 0;
  private readonly ids: Hash = createHash('sha256');

  constructor(readonly stream: string) {}

  take(revision: bigint, id: string): void {
    if (revision !== BigInt(this.count)) this.outOfStep += 1;
    this.count = Number(revision) + 1;
    this.ids.update(id);
  }

  sequence(): CrowdSequence {
    return { stream: this.stream, count: this.count, digest: this.ids.copy().digest('hex'), outOfStep: this.outOfStep };
  }
}

/** Many subscribers in one process, one to a stream, over the bare client: a crowd as the node sees it. */
const order = takeOrder<CrowdOrder>();
const subscribers = order.streams.map((stream) => new Subscriber(stream));
let stopping = false;
let wanted: Readonly<Record<string, number>> | null = null;

const clients = Array.from({ length: Math.ceil(subscribers.length / perConnection) }, (_, n) =>
  // A differing option is what keeps grpc-js from putting them all on one connection.
  EventStoreDBClient.connectionString(`${order.url}&keepAliveInterval=${20_000 + n}`));

async function follow(client: EventStoreDBClient, subscriber: Subscriber): Promise<void> {
  while (!stopping) {
    try {
      const from = subscriber.count === 0 ? START : BigInt(subscriber.count - 1);
      for await (const { event } of client.subscribeToStream(subscriber.stream, { fromRevision: from })) if (event) subscriber.take(event.revision, event.id);
    } catch {
      await pause(100);
    }
  }
}

onWord((word) => {
  if (word.say === 'counts') wanted = word.counts;
  if (word.say === 'stop') stopping = true;
});
subscribers.forEach((subscriber, n) => {
  const client = clients[Math.floor(n / perConnection)];
  if (client) void follow(client, subscriber);
});
process.send?.({ subscribed: subscribers.length });

const complete = (): boolean => wanted !== null && subscribers.every(({ stream, count }) => count >= (wanted?.[stream] ?? 0));
while (!stopping && !complete()) await pause(50);
writeFileSync(order.result, JSON.stringify(subscribers.map((subscriber) => subscriber.sequence())));
process.exit(0);
