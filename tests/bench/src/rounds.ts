/** Which way is better: more a second, or a shorter wait. */
export type Better = 'more' | 'less';

/** Ours and another side, measured in turn in one run. */
export interface Comparison {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly other: string;
  readonly better: Better;
  /** The ratio aimed at; none for figures that only inform. */
  readonly aim: number | undefined;
  readonly ours: readonly number[];
  readonly others: readonly number[];
}

export const ROUNDS = 5;

export type Sample = () => Promise<number>;

/** Measures A/B/A/B…, so that a slow spell of the machine falls on both sides. One round beforehand warms both up. */
export async function compare(
  about: Omit<Comparison, 'ours' | 'others'>, ours: Sample, other: Sample, rounds = ROUNDS,
): Promise<Comparison> {
  const result = { ...about, ours: [] as number[], others: [] as number[] };
  for (let round = 0; round <= rounds; round += 1) {
    process.stdout.write(`\r  ${about.id} ${about.what}: ${round === 0 ? 'warming up' : `round ${round} of ${rounds}`} … `);
    const [mine, theirs] = [await ours(), await other()];
    if (round === 0) continue;
    result.ours.push(mine);
    result.others.push(theirs);
  }
  process.stdout.write('\r\u001b[2K');
  return result;
}

/** Ours through the other, round by round: both stood under the same load of the machine. */
export const ratios = ({ ours, others }: Comparison): number[] => ours.map((mine, round) => mine / (others[round] ?? Number.NaN));

/** Whether the median ratio is as good as aimed at. */
export function reached(comparison: Comparison): boolean | undefined {
  const { aim, better } = comparison;
  if (aim === undefined) return undefined;
  const ratio = median(ratios(comparison));
  return better === 'more' ? ratio >= aim : ratio <= aim;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The value below which 99 of 100 lie. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}
