import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Options {
  readonly bench: string;
  /** The figures wanted, such as `P1`; all when nothing is said. */
  readonly only: readonly string[] | undefined;
  /** How many events the large log of P16 holds. */
  readonly events: number;
}

export function parseOptions(args: readonly string[]): Options {
  const { positionals, values } = parseArgs({
    args: [...args], allowPositionals: true, options: { only: { type: 'string' }, events: { type: 'string', default: '1000000' } },
  });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 20_000) throw new TypeError('--events is a whole number of at least 20000, for example 10000000.');
  return { bench: positionals[0] ?? '', only: values.only?.split(',').map((id) => id.trim().toUpperCase()), events };
}
