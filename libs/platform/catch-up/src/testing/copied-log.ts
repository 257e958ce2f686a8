import { randomUUID } from 'node:crypto';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';
import { EventLog, isFollowed } from '@mash/event-log';
import type { PlacedEvent, StoredEvent } from '@mash/event-log';

/** The same events on two servers, at different positions. */
export interface CopiedLog {
  readonly logs: readonly [EventLog, EventLog];
  /** What a follower is given of them, in order. */
  readonly events: readonly PlacedEvent[];
  append(stream: string, types: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

const event = (type: string, recordedAt: string): StoredEvent => ({ id: randomUUID(), type, data: {}, metadata: { schema: 1, recordedAt } });
const at = '2026-11-22T09:00:00.000Z';

/** Writes so many events to a few streams on one server, with records of reads between, and copies them to another. */
export async function copiedLog(count: number): Promise<CopiedLog> {
  const servers: ThrowawayLog[] = [await createThrowawayLog(), await createThrowawayLog()];
  const stores = await Promise.all(servers.map((server) => server.start()));
  const [first, second] = stores.map((store) => new EventLog({ connectionString: store.connectionString }));
  if (!first || !second) throw new Error('Two servers were wanted.');
  const revisions = new Map<string, bigint>();
  const append = async (log: EventLog, stream: string, batch: readonly StoredEvent[]): Promise<void> => {
    const key = `${log === first ? 1 : 2} ${stream}`;
    revisions.set(key, (await log.append(stream, revisions.get(key) ?? 'none', batch)).revision);
  };
  const both = async (stream: string, batch: readonly StoredEvent[]): Promise<void> => {
    await append(first, stream, batch);
    // What only one server holds moves every later position on it.
    await append(second, 'reads-other', [event('RecordsRead', at)]);
    await append(second, stream, batch);
  };
  const streams = Array.from({ length: 7 }, () => `enquiry-${randomUUID()}`);
  for (let written = 0; written < count; written += 1) {
    if (written % 5 === 0) await append(first, 'reads-hub', [event('RecordsRead', at)]);
    await both(streams[written % streams.length] ?? '', [event(written % 3 === 0 ? 'Noted' : 'Passed', at)]);
  }
  const events: PlacedEvent[] = [];
  for await (const each of first.readAll()) if (isFollowed(each.stream)) events.push(each);
  return {
    logs: [first, second], events,
    append: (stream, types) => both(stream, types.map((type) => event(type, at))),
    stop: async () => {
      await Promise.all([first.close(), second.close()]);
      await Promise.all(stores.map((store) => store.stop()));
      await Promise.all(servers.map((server) => server.drop()));
    },
  };
}
