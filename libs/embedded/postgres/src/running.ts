import { findAlive, stopPostmaster } from './postmaster.js';

/** A PostgreSQL that answers. */
export interface RunningPostgres {
  readonly port: number;
  /** Signs in as the superuser: for provisioning, never for a service. */
  readonly adminUrl: string;
  /** True when a killed run had left it behind and it was taken over. */
  readonly adopted: boolean;
  readonly pid: number;
  /** Resolves when the server is gone, stopped or fallen over. Waiting for it keeps no program running. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

const WATCH_EVERY = 500;

/** Watches the server by its folder, since an adopted one is not our child and sends us no exit. */
export function watched(server: Pick<RunningPostgres, 'port' | 'adminUrl' | 'adopted'>, cluster: string, pid: number): RunningPostgres {
  let announce: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (announce = resolve));
  const timer = setInterval(() => {
    if (findAlive(cluster)?.pid === pid) return;
    clearInterval(timer);
    announce();
  }, WATCH_EVERY);
  timer.unref();
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await stopPostmaster(cluster, pid);
    announce();
  };
  return { ...server, pid, gone, stop: () => (stopping ??= stop()) };
}
