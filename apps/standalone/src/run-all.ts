import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { choosePlace } from './data/place.js';
import { requireHubPort } from './data/ports.js';
import { writePrivateFile } from './data/private-file.js';
import { takeRunLock } from './data/run-lock.js';
import { loadSecrets } from './data/secrets.js';
import type { Options } from './options.js';
import { addressesOf } from './services/addresses.js';
import type { Addresses } from './services/addresses.js';
import { seedOnce } from './services/sample-town.js';
import { planServices } from './services/service-plan.js';
import { startProvisioned } from './stand-ins/postgres-for.js';
import type { ServiceSpec } from './supervise/child-spec.js';
import { runOnce } from './supervise/run-once.js';
import { supervise } from './supervise/supervise.js';

/** Thrown when the user asked to stop while things were still starting. */
export class StoppedEarly extends Error {}

export interface RunContext {
  readonly say: (line: string) => void;
  readonly stopping: AbortSignal;
  /** Called with what undoes each step as soon as the step is done, to be undone last first. */
  readonly onStop: (undo: () => Promise<void>) => void;
}

export interface Running {
  readonly addresses: Addresses;
  /** Whether the data folder holds the sample town. */
  readonly sample: boolean;
}

/** Starts everything in order; resolves when the hub answers and the sample town stands. */
export async function runAll(options: Options, context: RunContext): Promise<Running> {
  const { say, stopping, onStop } = context;
  const dataDir = choosePlace(options.data, say);
  const logDir = join(dataDir, 'logs');
  mkdirSync(logDir, { recursive: true, mode: 0o700 });
  const lock = takeRunLock(dataDir);
  onStop(() => Promise.resolve(lock.release()));
  await requireHubPort(options.port);

  const secrets = loadSecrets(dataDir);
  const postgres = await step(context, 'PostgreSQL', () => startProvisioned(dataDir, secrets, say));
  onStop(() => postgres.stop());
  const addresses = addressesOf(options.port, postgres.ports);
  const plan = planServices({ hubPort: options.port, ports: postgres.ports, secrets, addresses, url: (...login) => postgres.url(...login) });

  const start = (spec: ServiceSpec): Promise<void> => {
    const service = supervise(spec, logDir, say);
    onStop(() => service.stop());
    return step(context, spec.label, () => orStopped(stopping, service.ready));
  };
  const migration = (): Promise<void> => orStopped(stopping, runOnce(plan.migrate, logDir, stopping));
  refuseIfStopped(stopping);
  await Promise.all([...plan.standIns.map(start), step(context, plan.migrate.label, migration)]);
  await Promise.all(plan.services.map(start));
  const sample = await seedOnce(plan.seeder, { dataDir, logDir, wanted: options.sample, say, stopping });
  refuseIfStopped(stopping);
  writePrivateFile(join(dataDir, 'addresses.json'), addresses);
  return { addresses, sample };
}

async function step<T>({ say }: RunContext, label: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now();
  const result = await work();
  say(`✓ ${label} (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return result;
}

function refuseIfStopped(stopping: AbortSignal): void {
  if (stopping.aborted) throw new StoppedEarly();
}

/** Waits for the work, but no longer than until the user asks to stop. */
async function orStopped(stopping: AbortSignal, work: Promise<void>): Promise<void> {
  const stopped = new Promise<never>((_, reject) => stopping.addEventListener('abort', () => reject(new StoppedEarly()), { once: true }));
  await Promise.race([work, stopped]);
  refuseIfStopped(stopping);
}
