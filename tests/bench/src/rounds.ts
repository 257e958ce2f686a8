import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** One comparison: how fast ours went and how fast the ceiling went, round by round, in one run. */
export interface Comparison {
  readonly name: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly ceiling: readonly number[];
}

export const ROUNDS = 5;

/** Measures A/B/A/B…, so that a slow spell of the machine falls on both sides. One round beforehand warms both up. */
export async function compare(name: string, unit: string, ours: () => Promise<number>, ceiling: () => Promise<number>): Promise<Comparison> {
  await ours();
  await ceiling();
  const result = { name, unit, ours: [] as number[], ceiling: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    result.ours.push(await ours());
    result.ceiling.push(await ceiling());
  }
  return result;
}

export function describeComparison({ name, unit, ours, ceiling }: Comparison): string {
  const ratios = ours.map((speed, round) => speed / (ceiling[round] ?? Number.NaN));
  return `${name}: ratio ${spread(ratios, 2)}; ours ${spread(ours, 0)} ${unit}, ceiling ${spread(ceiling, 0)} ${unit}`;
}

/** Keeps the raw samples, so that a figure can be questioned later. */
export async function saveSamples(bench: string, mode: Readonly<Record<string, unknown>>, comparisons: readonly Comparison[]): Promise<string> {
  const folder = fileURLToPath(new URL('../results/', import.meta.url));
  await mkdir(folder, { recursive: true });
  const file = `${folder}${bench}-${new Date().toISOString().replaceAll(':', '-')}.json`;
  await writeFile(file, `${JSON.stringify({ bench, mode, comparisons }, null, 2)}\n`);
  return file;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function spread(values: readonly number[], digits: number): string {
  const least = Math.min(...values).toFixed(digits);
  const most = Math.max(...values).toFixed(digits);
  return `${median(values).toFixed(digits)} (${least}–${most})`;
}
