import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createPool } from '@mash/postgres';
import type { Pool } from '@mash/postgres';
import type { Story } from '@mash/town';
import type { Product } from './harness/product.js';

/** Words that the story planted about people, and the names of staff: long enough not to turn up by chance in ciphertext. */
export const plantedIn = ({ family, town }: Story): string[] => [...new Set([
  ...Object.values(family).flatMap(({ familyName, nhsNumber, address }) => [familyName, nhsNumber, address]),
  ...Object.values(town.practitioners).map(({ familyName }) => familyName),
  'came to school with a burn', 'afraid of going home', 'Two call-outs',
].filter((word) => word.length >= 6))];

/** Where a planted word was found: the place, never the word, so that a failing test leaks nothing either. */
export async function placesOf(words: readonly string[], product: Product): Promise<string[]> {
  const found = new Set<string>();
  const look = (place: string, text: string): void => {
    if (words.some((word) => text.includes(word))) found.add(place);
  };
  for (const [database, skip] of [['mash_log', []], ['mash_keys', []], ['mash', ['views']]] as const) {
    const pool = createPool(product.databases.url(database, 'mash_owner'), 1);
    await lookThrough(pool, skip, (table, row) => look(`${database}: ${table}`, row));
    await pool.end();
  }
  for (const file of await readdir(product.folder)) {
    if (file.endsWith('.log')) look(`log of ${file}`, await readFile(join(product.folder, file), 'utf8'));
  }
  return [...found].sort();
}

/** Every row of every table, as text; bytes are read as the UTF-8 that they may be. */
async function lookThrough(pool: Pool, skipped: readonly string[], each: (table: string, row: string) => void): Promise<void> {
  const { rows: tables } = await pool.query<{ schema: string; name: string }>(
    `SELECT table_schema AS schema, table_name AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`);
  for (const { schema, name } of tables.filter((table) => !skipped.includes(table.schema))) {
    const { rows } = await pool.query<Record<string, unknown>>(`SELECT * FROM "${schema}"."${name}"`);
    for (const row of rows) each(`${schema}.${name}`, Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value))).join('\n'));
  }
}
