import { readFileSync, writeSync } from 'node:fs';
import type { Append, Ending, Entry } from '../checker/history.js';
import { eventIds } from './append-id.js';

/** One line of a writer's history. `at` is the machine's monotonic clock in nanoseconds, the same in every process. */
export type Line =
  | { readonly does: 'sends'; readonly append: string; readonly at: number; readonly stream: string; readonly expected: number; readonly count: number }
  | { readonly does: 'acknowledged'; readonly append: string; readonly at: number; readonly revision: number }
  | { readonly does: 'refused'; readonly append: string; readonly at: number }
  | { readonly does: 'unknown'; readonly append: string; readonly at: number; readonly because: string };

export const monotonic = (): number => Number(process.hrtime.bigint());

/** Written at once and not gathered: a writer that is killed must not take what it knew with it. */
export const writeLine = (file: number, line: Line): void => void writeSync(file, `${JSON.stringify(line)}\n`);

/** The lines of a history; a last line cut off by a kill is left out. */
export function readLines(path: string): Line[] {
  const text = readFileSync(path, 'utf8');
  return text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

/** One call of the client: how long it took to settle, in milliseconds; null when it never did. */
export interface Call {
  readonly append: string;
  readonly sentAt: number;
  readonly took: number | null;
  readonly ending: 'acknowledged' | 'refused' | 'unknown' | 'open';
}

export interface History {
  readonly appends: readonly Append[];
  readonly calls: readonly Call[];
  readonly reasons: Readonly<Record<string, number>>;
}

interface Open { stream: string; expected: number; count: number; invokedAt: number; sentAt: number; pending: boolean; ending: Ending }

/** What a writer's lines say about its appends, each from its first sending to its last answer. */
export function understand(run: string, lines: readonly Line[]): History {
  const open = new Map<string, Open>();
  const calls: Call[] = [];
  const reasons: Record<string, number> = {};
  for (const line of lines) {
    const known = open.get(line.append);
    if (line.does === 'sends') {
      if (known?.pending) calls.push({ append: line.append, sentAt: known.sentAt, took: null, ending: 'open' });
      open.set(line.append, {
        stream: line.stream, expected: line.expected, count: line.count, invokedAt: known?.invokedAt ?? line.at, sentAt: line.at, pending: true,
        ending: { kind: 'unknown' },
      });
      continue;
    }
    if (!known) throw new Error(`The history answers ${line.append} before sending it.`);
    known.pending = false;
    calls.push({ append: line.append, sentAt: known.sentAt, took: (line.at - known.sentAt) / 1e6, ending: line.does });
    if (line.does === 'acknowledged') known.ending = { kind: 'acknowledged', at: line.at, revision: line.revision };
    if (line.does === 'refused') known.ending = { kind: 'refused' };
    if (line.does === 'unknown') reasons[line.because] = (reasons[line.because] ?? 0) + 1;
  }
  const appends = [...open].map(([name, { stream, expected, count, invokedAt, ending }]): Append =>
    ({ name, stream, expected, ids: eventIds(run, name, stream, count), invokedAt, ending }));
  for (const [append, { pending, sentAt }] of open) if (pending) calls.push({ append, sentAt, took: null, ending: 'open' });
  return { appends, calls, reasons };
}

/** A follower's line: stream, revision, id and position. */
export const entryLine = (entry: { readonly stream: string; readonly revision: bigint; readonly id: string; readonly position: bigint }): string =>
  `${entry.stream} ${entry.revision} ${entry.id} ${entry.position}\n`;

export function readEntries(path: string): Entry[] {
  const text = readFileSync(path, 'utf8');
  return text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter((line) => line !== '').map((line) => {
    const [stream = '', revision = '', id = '', position = ''] = line.split(' ');
    return { stream, revision: Number(revision), id, position: Number(position) };
  });
}
