import { createPool, migrate } from '@mash/postgres';
import type { ThrowAwayDatabases } from '@mash/postgres';
import { viewsGrants } from '../schema.js';

/** Lets the projector make its schemas, as the migration does. */
export async function letProjectorCreate(databases: ThrowAwayDatabases): Promise<void> {
  const owner = createPool(databases.url('mash', 'mash_owner'), 1);
  await migrate(owner, viewsGrants);
  await owner.end();
}
