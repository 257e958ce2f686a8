import { randomUUID } from 'node:crypto';

import pg from 'pg';

import { Sequencer } from './log/sequencer.js';
import type { EventStoreOptions, RunningEventStore } from './options.js';
import { requireLoopback } from './options.js';
import { listen } from './rpc/listen.js';
import type { Node } from './rpc/node.js';
import { OpenCalls } from './rpc/open-calls.js';
import { EventReader } from './storage/event-reader.js';
import { migrate } from './storage/schema.js';

const READ_CONNECTIONS = 6;
/** The defaults of a production server. */
const MAX_APPEND_BYTES = 1024 * 1024;
const WRITE_TIMEOUT_MS = 2_000;
const WAIT_FOR_LOCK_MS = 5_000;

/**
 * Starts one event store node on this machine, over the PostgreSQL database of `url`. It refuses to
 * start while another node serves the same database, or on anything but a loopback address.
 */
export async function startEventStore(options: EventStoreOptions): Promise<RunningEventStore> {
  const host = options.host ?? '127.0.0.1';
  requireLoopback(host);
  const log = options.log ?? ((): void => undefined);
  const now = (): number => Date.now();
  await migrate(options.ownerUrl);
  const pool = new pg.Pool({ connectionString: options.url, max: READ_CONNECTIONS, application_name: 'mash-event-store-reader' });
  // An idle connection that breaks is replaced at the next read; unheard, its error would end the process.
  pool.on('error', (error) => log({ level: 'warn', msg: 'lost a reading connection', error: error.message }));
  const reader = new EventReader(pool);
  try {
    const manners = options.manners ?? true;
    const openCalls = new OpenCalls();
    const sequencer = await Sequencer.open({
      url: options.url, reader, manners, waitForLockMs: WAIT_FOR_LOCK_MS, newId: randomUUID, now, log,
      onTakenOver: () => openCalls.cancelOpen(),
    });
    const node: Node = {
      sequencer, reader, openCalls, allowDeletes: options.allowDeletes ?? false,
      maxAppendBytes: MAX_APPEND_BYTES, writeTimeoutMs: WRITE_TIMEOUT_MS, now, newId: randomUUID, log,
    };
    return await serve(node, host, options.port, manners, pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function serve(node: Node, host: string, wantedPort: number, manners: boolean, pool: pg.Pool): Promise<RunningEventStore> {
  const { port, close } = await listen(node, host, wantedPort, manners).catch(async (error: unknown) => {
    await node.sequencer.stop();
    throw error;
  });
  const dialled = host === '::1' ? '[::1]' : host;
  node.log({ level: 'info', msg: 'event store listening', host, port });
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    node.openCalls.close();
    await node.sequencer.stop();
    await close();
    await pool.end();
    node.log({ level: 'info', msg: 'event store stopped', port });
  };
  return { port, connectionString: `esdb://${dialled}:${port}?tls=false`, stop: () => (stopped ??= stop()) };
}
