import { text } from 'node:stream/consumers';

import type { Load, LoadResult } from '../servers/load.js';
import { scriptOf, startPinned } from '../servers/server-process.js';

/** Sends a load from a process of its own. @throws Error when any answer was not the expected one */
export async function send(load: Load): Promise<LoadResult> {
  const child = startPinned('load', [scriptOf('load')]);
  if (child.stdin === null || child.stdout === null) throw new Error('The load has no pipes.');
  child.stdin.end(JSON.stringify(load));
  const result = JSON.parse(await text(child.stdout)) as LoadResult;
  if (result.wrong > 0) throw new Error(`${result.wrong} of ${load.amount} answers from ${load.url} were wrong.`);
  return result;
}
