import { randomUUID } from 'node:crypto';

import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { AppendResult, JSONEventData } from '@eventstore/db-client';

import { smallEvent } from '../small-event.js';

/** A call with credentials of its own takes the classic path: the same one that our wrapper takes. */
const CLASSIC = { credentials: { username: 'bench', password: 'bench' } };

/** The official client as it comes, without our wrapper: one half of every ceiling. The stub server is the other. */
export class OfficialClient {
  private readonly client: EventStoreDBClient;

  constructor(connectionString: string) {
    this.client = EventStoreDBClient.connectionString(connectionString);
  }

  /** Appends one after the other to a stream of its own, each at its exact revision. */
  async appendOneByOne(amount: number, eventsEach: number): Promise<void> {
    const stream = `bench-${randomUUID()}`;
    let expectedRevision: bigint | typeof NO_STREAM = NO_STREAM;
    for (let n = 0; n < amount; n += 1) {
      const events = Array.from({ length: eventsEach }, (_, index) => proposed(n * eventsEach + index));
      const done: AppendResult = await this.client.appendToStream(stream, events, { ...CLASSIC, expectedRevision });
      expectedRevision = done.nextExpectedRevision;
    }
  }

  async countOf(stream: string): Promise<number> {
    let count = 0;
    for await (const { event } of this.client.readStream(stream, CLASSIC)) if (event !== undefined) count += 1;
    return count;
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}

function proposed(n: number): JSONEventData {
  const { id, type, data, metadata } = smallEvent(n);
  return jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata } });
}
