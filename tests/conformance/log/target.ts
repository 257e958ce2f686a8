import { randomUUID } from 'node:crypto';

import { EventStoreDBClient } from '@eventstore/db-client';
import { it } from '@jest/globals';

/** The server under test, as the runner describes it. */
export interface Target {
  readonly connectionString: string;
  /** Streams may be deleted and tombstoned. */
  readonly deletes: boolean;
  /** This repository's own node, about which more is promised than the protocol says. */
  readonly embedded: boolean;
  /** Production manners, where known. */
  readonly manners: boolean | undefined;
  /** Where the node can be stopped, started and stalled; only for one that the runner started. */
  readonly control: string | undefined;
  /** A server that refuses deletes, if there is one. */
  readonly guarded: string | undefined;
}

function readTarget(): Target {
  const text = process.env['MASH_CONFORMANCE_TARGET'];
  if (text === undefined) throw new Error('There is no server to test: start this suite by `npm run conformance`.');
  return JSON.parse(text) as Target;
}

export const target = readTarget();

/** Whether calls are encrypted, and so may carry a user's name and password. */
export const secured = !/[?&]tls=false/.test(target.connectionString);

/** A client of its own. Clients of one process share what is equal, so the name keeps them apart. */
export function connect(parameters: Readonly<Record<string, string>> = {}, connectionString = target.connectionString): EventStoreDBClient {
  const all = { connectionName: `conformance-${randomUUID()}`, ...parameters };
  const query = Object.entries(all).map(([key, value]) => `${key}=${value}`).join('&');
  return EventStoreDBClient.connectionString(`${connectionString}${connectionString.includes('?') ? '&' : '?'}${query}`);
}

/** The user and password of the connection string. */
export function userOf(connectionString: string): { readonly username: string; readonly password: string } | undefined {
  const found = /^esdb(?:\+discover)?:\/\/([^:@/]+):([^@/]*)@/.exec(connectionString);
  if (found === null) return undefined;
  return { username: decodeURIComponent(found[1] ?? ''), password: decodeURIComponent(found[2] ?? '') };
}

/** A call with credentials of its own takes the classic append. On plaintext the client drops them again. */
export const CLASSIC = { credentials: userOf(target.connectionString) ?? { username: 'hub', password: 'unused' } };

/** A stream name that no other run uses: nothing here needs an empty server. */
export function freshStream(kind = 'stream'): string {
  return `conformance-${kind}-${randomUUID()}`;
}

type Test = (title: string, work: () => Promise<void> | void, timeoutMs?: number) => void;

/** `it`, where the server under test lets this be checked; elsewhere a skipped test that says why in its title. */
export function itWhen(possible: boolean, why: string): Test {
  return (title, work, timeoutMs) => {
    if (possible) it(title, work, timeoutMs);
    else it.skip(`${title} [not checked: ${why}]`, work);
  };
}

export const itWithDeletes = itWhen(target.deletes, 'this server refuses deletes');
export const itOnEmbedded = itWhen(target.embedded, 'promised by the embedded node only');
export const itWithControl = itWhen(target.control !== undefined, 'needs a server that the run can restart and stall');
export const itUnforgetful = itWhen(target.manners !== true, 'with production manners the node forgets appends at "any" at random, on purpose');
export const itSecured = itWhen(secured, 'plaintext carries no user');
export const itPlaintext = itWhen(!secured, 'this connection is encrypted');

/** Asks the runner to do something to the node it started; resolves when it is done. */
export async function control(action: 'stop' | 'start' | 'restart' | 'stall' | 'release'): Promise<void> {
  if (target.control === undefined) throw new Error('This server cannot be controlled.');
  const answer = await fetch(`${target.control}/${action}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`The runner could not ${action} the node: ${await answer.text()}`);
}

/** Tries again until it succeeds or the patience ends, then fails with the last error. */
export async function eventually<T>(attempt: () => Promise<T> | T, patienceMs = 25_000): Promise<T> {
  const giveUp = Date.now() + patienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > giveUp) throw error;
      await pause(20);
    }
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Reads to the end, for the sake of the error that it may end with. */
export async function readThrough(events: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of events) count += 1;
  return count;
}
