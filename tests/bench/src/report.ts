import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import type { Comparison } from './rounds.js';
import { median, ratios, reached } from './rounds.js';

/** One line of Markdown a comparison, so that the table can be put into the documentation as it is. */
export function table(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map((each) => [
    each.id, each.what, `${spread(each.ours, digitsFor(each.ours))} ${each.unit}`, `${each.other}: ${spread(each.others, digitsFor(each.others))}`,
    spread(ratios(each), 2), aimOf(each), said(reached(each)),
  ]);
  const lines = [['', 'what', 'ours', 'beside it', 'ratio', 'aim', ''], ['-', '-', '-', '-', '-', '-', '-'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Keeps the raw samples, so that a figure can be questioned later. */
export async function saveSamples(bench: string, mode: Readonly<Record<string, unknown>>, comparisons: readonly Comparison[]): Promise<string> {
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = `${folder}${bench}-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await writeFile(file, `${JSON.stringify({ bench, mode, comparisons }, null, 2)}\n`);
  return file;
}

const aimOf = ({ aim, better }: Comparison): string => (aim === undefined ? '' : `${better === 'more' ? '≥' : '≤'} ${aim}`);
const said = (reach: boolean | undefined): string => (reach === undefined ? '' : reach ? 'reached' : 'short');
const digitsFor = (values: readonly number[]): number => (median(values) < 10 ? 2 : median(values) < 100 ? 1 : 0);

function spread(values: readonly number[], digits: number): string {
  const show = (value: number): string => value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;
}
