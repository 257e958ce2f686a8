import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { eventTypesByContext } from '@mash/all-events';
import type { EventTypes } from '@mash/kernel';

/** An event as it lies in the log, sealed where it is sealed there, and beside it what the sealed fields hold. */
export interface Sample {
  readonly stream: string;
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>> & { readonly schema: number };
  /** By path into `data`. Invented, as everything here is. */
  readonly personal: Readonly<Record<string, unknown>>;
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where a context keeps its samples. */
export const folderOf = (context: string): string => join(root, 'libs', context, 'events', 'golden');
export const fileOf = (type: string, schema: number): string => `${type}.v${schema}.json`;

/** The files that a table of events asks for and a folder lacks, and those that no event asks for. */
export function compareFiles(types: EventTypes, files: readonly string[]): { readonly missing: readonly string[]; readonly unasked: readonly string[] } {
  const wanted = Object.entries(types).flatMap(([type, lifts]) => Array.from({ length: lifts.length + 1 }, (_, index) => fileOf(type, index + 1)));
  return { missing: wanted.filter((name) => !files.includes(name)), unasked: files.filter((name) => !wanted.includes(name)) };
}

/** The names of a context's sample files. */
export const filesOf = async (context: string): Promise<string[]> =>
  (await readdir(folderOf(context)).catch(() => [])).filter((name) => name.endsWith('.json'));

/** Every sample of every context. */
export async function readSamples(): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const context of Object.keys(eventTypesByContext)) {
    for (const name of await filesOf(context)) samples.push(JSON.parse(await readFile(join(folderOf(context), name), 'utf8')) as Sample);
  }
  return samples;
}
