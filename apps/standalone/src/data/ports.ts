import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readPrivateFile, writePrivateFile } from './private-file.js';

/** What listens on this machine only, on a port that the user need not know. */
const INTERNAL = ['postgres', 'eventStore', 'identity', 'projector', 'steward', 'notary'] as const;
export type InternalPort = (typeof INTERNAL)[number];
export type Ports = Readonly<Record<InternalPort, number>>;

const rememberedSchema = z.partialRecord(z.enum(INTERNAL), z.number().int());

// Below the range from which systems take ports for outgoing connections, so that a remembered
// port is still free at the next start.
const LOWEST = 20_000;
const HIGHEST = 30_000;

// Children of a killed run need a moment to notice and let go of their ports.
const PATIENCE = 6_000;

/**
 * The internal ports of a data folder, chosen at its first run and kept. One that another
 * program has taken since is replaced, except the sign-in service's: accounts carry its address.
 * PostgreSQL's may be held by our own server of a killed run, so its starter decides.
 */
export async function loadPorts(dataDir: string, patience = PATIENCE): Promise<Ports> {
  const path = join(dataDir, 'ports.json');
  const remembered = rememberedSchema.parse(readPrivateFile(path) ?? {});
  const chosen: Partial<Record<InternalPort, number>> = {};
  for (const name of INTERNAL) {
    const port = remembered[name];
    if (port !== undefined && (name === 'postgres' || (await becomesFree(port, patience)))) chosen[name] = port;
    else if (port !== undefined && name === 'identity') throw new Error(occupiedIdentity(port, dataDir));
    else chosen[name] = await findFree([...Object.values(remembered), ...Object.values(chosen)]);
  }
  writePrivateFile(path, chosen);
  return chosen as Ports;
}

/** Chooses another port for one service and remembers it. */
export async function replacePort(dataDir: string, ports: Ports, name: InternalPort): Promise<Ports> {
  const changed = { ...ports, [name]: await findFree(Object.values(ports)) };
  writePrivateFile(join(dataDir, 'ports.json'), changed);
  return changed;
}

/** Refuses the hub's port when it is taken, before anything has been started. */
export async function requireHubPort(port: number, patience = PATIENCE): Promise<void> {
  if (await becomesFree(port, patience)) return;
  throw new Error(`Port ${port} on this machine is taken by another program. Stop that program, or choose another port: npm start -- --port ${port + 1}`);
}

async function becomesFree(port: number, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 100) {
    if (await isFree(port)) return true;
    await pause(100);
  }
  return false;
}

async function findFree(taken: readonly number[]): Promise<number> {
  const span = HIGHEST - LOWEST;
  const start = Math.floor(Math.random() * span);
  for (let step = 0; step < span; step += 1) {
    const port = LOWEST + ((start + step) % span);
    if (!taken.includes(port) && (await isFree(port))) return port;
  }
  throw new Error(`No free port between ${LOWEST} and ${HIGHEST} was found on this machine.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

function occupiedIdentity(port: number, dataDir: string): string {
  return (
    `Port ${port}, at which people of the data folder ${dataDir} sign in, is taken by another program.` +
    ' Stop that program; the port cannot change, because every account carries the address.'
  );
}
