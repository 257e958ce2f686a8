import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import type pg from 'pg';

import { AccessRules } from './access/access-rules.js';
import { grantServiceAccess } from './access/grant-service-access.js';
import { SignIn } from './access/sign-in.js';
import { Sequencer } from './log/sequencer.js';
import { Tail } from './log/tail.js';
import type { EventStoreOptions, LogLine, RunningEventStore } from './options.js';
import { requireSafe } from './options.js';
import type { Gate } from './rpc/gate.js';
import { followerGate, guardedGate, openGate } from './rpc/gate.js';
import type { Listening } from './rpc/listen.js';
import { listen } from './rpc/listen.js';
import type { LogWriter, Node } from './rpc/node.js';
import { OpenCalls } from './rpc/open-calls.js';
import { EventReader } from './storage/event-reader.js';
import { openReaderPool } from './storage/reader-pool.js';
import { migrate } from './storage/schema.js';
import { writeFirstEvent } from './write-first-event.js';

/** The defaults of a production server. */
const MAX_APPEND_BYTES = 1024 * 1024;
const WRITE_TIMEOUT_MS = 2_000;
const WAIT_FOR_LOCK_MS = 5_000;

/**
 * Starts one event store node over the PostgreSQL database of `url`: on this machine in plaintext, or over TLS with
 * one user. It refuses to start where a stranger could read the log, and while another node serves the same database.
 */
export async function startEventStore(options: EventStoreOptions): Promise<RunningEventStore> {
  requireSafe(options);
  const log = options.log ?? ((): void => undefined);
  await migrate(options.ownerUrl);
  const pool = openReaderPool(options.url);
  // An idle connection that breaks is replaced at the next read; unheard, its error would end the process.
  pool.on('error', (error) => log({ level: 'warn', msg: 'lost a reading connection', error: error.message }));
  try {
    const reader = new EventReader(pool);
    const openCalls = new OpenCalls();
    const writer = options.follow === undefined ? await openWriter(options, reader, openCalls, log) : following();
    try {
      if (options.beginsLog === true && options.follow === undefined) await writeFirstEvent(writer, options.host ?? '127.0.0.1', options.port);
      if (options.user !== undefined && options.grantServiceAccess === true) await grantServiceAccess(writer, reader, options.user.name);
      const node: Node = {
        sequencer: writer, reader, openCalls, gate: gateOf(options, reader, writer, log), allowDeletes: options.allowDeletes ?? false,
        maxAppendBytes: MAX_APPEND_BYTES, writeTimeoutMs: WRITE_TIMEOUT_MS, now: () => Date.now(), newId: randomUUID, log,
      };
      return await serve(node, options, pool);
    } catch (error) {
      await writer.stop();
      throw error;
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** What a follower has in place of a writer: it holds nothing and accepts nothing. */
const following = (): LogWriter => ({
  holdsLog: false,
  tail: new Tail(0),
  append: () => Promise.resolve({ kind: 'unavailable' }),
  room: () => undefined,
  stop: () => Promise.resolve(),
});

function openWriter(options: EventStoreOptions, reader: EventReader, openCalls: OpenCalls, log: (line: LogLine) => void): Promise<Sequencer> {
  return Sequencer.open({
    url: options.url, reader, manners: options.manners ?? true, waitForLockMs: WAIT_FOR_LOCK_MS, newId: randomUUID, now: () => Date.now(), log,
    onTakenOver: () => openCalls.cancelOpen(),
  });
}

function gateOf({ user, follow }: EventStoreOptions, reader: EventReader, writer: LogWriter, log: (line: LogLine) => void): Gate {
  const gate = user === undefined ? openGate(log) : guardedGate(new SignIn(user), new AccessRules(reader, writer), log);
  return follow === undefined ? gate : followerGate(gate, follow);
}

async function serve(node: Node, options: EventStoreOptions, pool: pg.Pool): Promise<RunningEventStore> {
  const host = options.host ?? '127.0.0.1';
  const advertisedHost = options.advertisedHost ?? host;
  const settings = { host, advertisedHost, manners: options.manners ?? true, tls: options.tls, leader: options.follow };
  let listening: Listening = await listen(node, { ...settings, wantedPort: options.port });
  const { port } = listening;
  const dialled = advertisedHost.includes(':') ? `[${advertisedHost}]` : advertisedHost;
  node.log({ level: 'info', msg: 'event store listening', host, port, tls: options.tls !== undefined });

  let stopped: Promise<void> | undefined;
  let restarting: Promise<void> = Promise.resolve();
  const stop = async (): Promise<void> => {
    node.openCalls.close();
    await restarting.catch(() => undefined);
    await node.sequencer.stop();
    await listening.close();
    await pool.end();
    node.log({ level: 'info', msg: 'event store stopped', port });
  };
  const restart = async (awayMs: number): Promise<void> => {
    node.openCalls.cancelOpen();
    await listening.close();
    await pause(awayMs);
    listening = await listen(node, { ...settings, wantedPort: port });
    node.log({ level: 'info', msg: 'event store listening again', host, port });
  };
  return {
    port,
    connectionString: `esdb://${dialled}:${port}?tls=${options.tls !== undefined}`,
    restartListening: (awayMs = 0) => {
      if (stopped !== undefined) return Promise.reject(new Error('The event store has been stopped.'));
      return (restarting = restarting.then(() => restart(awayMs)));
    },
    stop: () => (stopped ??= stop()),
  };
}
