import type { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, afterEach } from '@jest/globals';

import { connect } from './target.js';
import { Wire } from './wire.js';

export interface Connections {
  readonly wire: Wire;
  readonly client: EventStoreDBClient;
}

/** The protocol itself and the official client, for the tests of the block in which this is called; both close after them. */
export function connections(): Connections {
  const [wire, client] = [new Wire(), connect()];
  afterAll(async () => {
    await client.dispose();
    wire.close();
  });
  return { wire, client };
}

/** A place for what a test opens and may leave open: it is closed after each test of the block in which this is called. */
export function opened(): { close(): unknown }[] {
  const open: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0)) await each.close();
  });
  return open;
}
