import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';
import type { CommandId, DomainEvent, EventTypes, Instant, Upcaster } from '@mash/kernel';
import { NewerSchema } from '@mash/kernel';
import { EventLog } from './event-log.js';
import { Journal } from './journal.js';
import type { PlacedEvent } from './stored-event.js';

/** Marks what it has opened, so that a test sees in which order things happen. */
const sealer = {
  seal: (_: string, events: readonly never[]) => Promise.resolve([...events]),
  open: <E extends { data: object }>(_: unknown, events: readonly E[]) => Promise.resolve(events.map((event) => ({ ...event, data: { ...event.data, opened: true } }))),
};
const toList: Upcaster = ({ number, ...rest }) => ({ ...rest, numbers: [number], openedBeforeLifting: rest['opened'] === true });

describe('the journal of a program that writes schema 2', () => {
  let database: ThrowawayLog;
  let store: Awaited<ReturnType<ThrowawayLog['start']>>;
  let log: EventLog;
  const stream = `note-${randomUUID()}`;
  const journal = (events: EventTypes): Journal => new Journal(
    log, sealer as never, { now: () => '2026-11-22T09:00:00.000Z' as Instant }, { policyVersion: 'test', ruleSetAt: () => 'test', events });
  const context = () => ({ commandId: randomUUID() as CommandId, correlationId: 'test', actor: { kind: 'process', process: 'test', agency: null } as const });
  const given = (schema: number, data: Readonly<Record<string, unknown>>): DomainEvent => ({ type: 'ContactGiven', schema, data });
  const today = (): Journal => journal({ ContactGiven: [toList] });

  beforeAll(async () => {
    database = await createThrowawayLog();
    store = await database.start();
    log = new EventLog({ connectionString: store.connectionString });
    await journal({ ContactGiven: [] }).append(stream, 'none', [given(1, { number: '01632 960001' })], context(), {});
    await today().append(stream, 0n, [given(2, { numbers: ['01632 960002'] })], context(), {});
  });
  afterAll(async () => {
    await log.close();
    await store.stop();
    await database.drop();
  });

  it('reads both schemas as the current one, in histories and states', async () => {
    expect((await today().history(stream)).map(({ event }) => event)).toMatchObject([
      { schema: 2, data: { numbers: ['01632 960001'] } }, { schema: 2, data: { numbers: ['01632 960002'] } },
    ]);
    const numbers = await today().state<string[], DomainEvent<'ContactGiven', { numbers: string[] }>>(stream, {
      initial: [], evolve: (state, event) => [...state, ...event.data.numbers],
    });
    expect(numbers).toEqual(['01632 960001', '01632 960002']);
  });

  it('reads them so for followers and replays, and lifts what is opened already', async () => {
    const events: PlacedEvent[] = [];
    for await (const event of log.readAll()) if (event.stream === stream) events.push(event);
    expect(events[0]?.data).toEqual({ number: '01632 960001' });
    expect((await today().opened(events))[0]?.event).toMatchObject({ schema: 2, data: { numbers: ['01632 960001'], openedBeforeLifting: true } });
  });

  it('refuses to be read by the program before it', async () => {
    await expect(journal({ ContactGiven: [] }).history(stream)).rejects.toThrow(NewerSchema);
    await expect(journal({}).history(stream)).rejects.toThrow('Use the version that wrote it');
  });

  it('refuses to write the old schema', async () => {
    await expect(today().append(stream, 1n, [given(1, { number: '01632 960003' })], context(), {})).rejects.toThrow('ContactGiven is written in schema 2, not 1');
  });
});
