import type { Pool } from 'pg';
import { inTransaction } from './pool.js';

/** One step of the schema's history: a name that sorts, and SQL that runs once. */
export interface SchemaStep {
  readonly name: string;
  readonly sql: string;
}

/** Any fixed number: two services that start together migrate one after the other. */
const migrationLock = 7_202_611;

/** Applies the steps that were not applied yet, all in one transaction, under an advisory lock. */
export const migrate = (pool: Pool, steps: readonly SchemaStep[]): Promise<number> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
    await client.query('CREATE TABLE IF NOT EXISTS public.schema_step (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())');
    const { rows } = await client.query<{ name: string }>('SELECT name FROM public.schema_step');
    const applied = new Set(rows.map((row) => row.name));
    const open = steps.filter((step) => !applied.has(step.name));
    for (const step of open) {
      await client.query(step.sql);
      await client.query('INSERT INTO public.schema_step (name) VALUES ($1)', [step.name]);
    }
    return open.length;
  });
