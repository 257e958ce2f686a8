import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Display } from '@mash/progress';

/** What a command is given besides its words: never the process itself, so that a test can stand in its place. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Warnings and mistakes, so that results can be piped. */
  err(text: string): void;
  /** How far long work has come: not on `out` either. */
  readonly progress: Display;
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal;
}

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code */
  run(words: readonly string[], around: Surroundings): Promise<number>;
}

/** The exit codes, which scripts rely on. */
export const exit = {
  done: 0,
  /** A server or a file could not be used, or refused. What was done stays done. */
  failed: 1,
  /** The command line or a variable is wrong. Nothing was done. */
  usage: 2,
  /** It worked, and the answer is no: the log is not sound, or two places do not hold the same events, or soon will not. */
  differs: 3,
  /** Interrupted; run again to go on. */
  interrupted: 130,
} as const;

/** A mistake in the words or the environment, with what would be right. */
export class UsageMistake extends Error {
  override readonly name = 'UsageMistake';
}

/**
 * Reads a command's words.
 * @param names of what must stand besides options, in order
 * @param mayFollow how many more may stand after those
 * @throws UsageMistake for an unknown option, a missing value, or another number of names than asked for
 */
export function readWords<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T, names: readonly string[] = [], mayFollow = 0) {
  const { values, positionals } = parsed(words, options);
  const [missing] = names.slice(positionals.length);
  if (missing !== undefined) throw new UsageMistake(`${missing} is missing.`);
  const extra = positionals[names.length + mayFollow];
  if (extra !== undefined) throw new UsageMistake(`"${extra}" is one word too many.`);
  return { values, positionals };
}

function parsed<T extends NonNullable<ParseArgsConfig['options']>>(words: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    // The first sentence says what is wrong; the rest is advice about a parser nobody here has heard of.
    throw new UsageMistake(`${String((error as Error).message).split('. ')[0] ?? ''}.`);
  }
}
