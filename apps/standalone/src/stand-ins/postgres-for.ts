import { provision, roleUrl } from '@mash/postgres';
import type { Database, Role } from '@mash/postgres';
import { loadPorts, replacePort } from '../data/ports.js';
import type { Ports } from '../data/ports.js';
import type { Secrets } from '../data/secrets.js';
import { keepPostgres } from './keep-postgres.js';
import type { KeptPostgres } from './keep-postgres.js';

/** A PostgreSQL with every role and database, however it came about. */
export interface ProvisionedPostgres {
  url(database: Database, role: Role): string;
  readonly ports: Ports;
  readonly adopted: boolean;
  stop(): Promise<void>;
}

/** Starts the data folder's own PostgreSQL on its remembered port and makes roles and databases. */
export async function startProvisioned(dataDir: string, secrets: Secrets, say: (line: string) => void): Promise<ProvisionedPostgres> {
  let ports = await loadPorts(dataDir);
  const keep = (): Promise<KeptPostgres> => keepPostgres({ dataDir, port: ports.postgres, password: secrets.postgres, say });
  const kept = await keep().catch(async (error: unknown) => {
    if (!isTakenPort(error)) throw error;
    ports = await replacePort(dataDir, ports, 'postgres');
    return keep();
  });
  return { ...(await provisioned(kept.adminUrl, secrets)), ports, adopted: kept.adopted, stop: () => kept.stop() };
}

/** Makes roles and databases on a server and tells their URLs. */
export async function provisioned(adminUrl: string, secrets: Secrets): Promise<Pick<ProvisionedPostgres, 'url'>> {
  await provision(adminUrl, secrets.roles);
  return { url: (database, role) => roleUrl(adminUrl, { role, password: secrets.roles[role], database }) };
}

function isTakenPort(error: unknown): boolean {
  return error instanceof Error && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE';
}
