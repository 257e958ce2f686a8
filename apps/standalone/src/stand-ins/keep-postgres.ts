import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@mash/embedded-postgres';
import type { RunningPostgres } from '@mash/embedded-postgres';

export interface KeepPostgresOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly password: string;
  readonly say: (line: string) => void;
}

export interface KeptPostgres {
  readonly adminUrl: string;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Starts the data folder's PostgreSQL and starts it again whenever it falls over. */
export async function keepPostgres(options: KeepPostgresOptions): Promise<KeptPostgres> {
  const { dataDir, port, password, say } = options;
  const start = (): Promise<RunningPostgres> => startEmbeddedPostgres({ port, password, dataDir: join(dataDir, 'postgres'), log: say });
  const first = await start();
  let current = first;
  let stopped = false;

  const watch = async (): Promise<void> => {
    for (;;) {
      await current.gone;
      if (stopped) return;
      say('PostgreSQL fell over and is started again');
      for (let waited = 500; ; waited = Math.min(2 * waited, 30_000)) {
        const next = await start().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
        if (next !== undefined) {
          current = next;
          break;
        }
        await pause(waited);
      }
      if (stopped) await current.stop();
    }
  };
  void watch();

  return {
    adminUrl: first.adminUrl,
    adopted: first.adopted,
    stop: async () => {
      stopped = true;
      await current.stop();
    },
  };
}
