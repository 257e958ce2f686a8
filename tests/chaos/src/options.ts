import { parseArgs } from 'node:util';

export interface Options {
  readonly seed: number;
  readonly full: boolean;
  readonly only: readonly string[];
}

export const usage = `Breaks the event log on purpose and counts what is lost.

  npm run chaos                     the size for CI, about four minutes
  npm run chaos -- --full           every count as high as handbook figures ask, about 25 minutes
  npm run chaos -- --seed N         the same schedule and the same load again
  npm run chaos -- --only a,b       some phases only`;

/** Reads the command line; `fresh` is the seed when none is named. @throws Error with a sentence for the user */
export function parseOptions(args: readonly string[], names: readonly string[], fresh: number): Options {
  const { values } = parseArgs({ args: [...args], options: { full: { type: 'boolean' }, seed: { type: 'string' }, only: { type: 'string', multiple: true } } });
  const seed = values.seed === undefined ? fresh : Number(values.seed);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`"${values.seed}" is no seed: a seed is a whole number from 0.\n\n${usage}`);
  const only = (values.only ?? []).flatMap((each) => each.split(',')).filter((each) => each !== '');
  const unknown = only.find((each) => !names.includes(each));
  if (unknown !== undefined) throw new Error(`There is no phase "${unknown}". The phases are ${names.join(', ')}.`);
  return { seed, full: values.full ?? false, only };
}
