import { parseArgs } from 'node:util';
import { parsePort } from './stand-ins/options.js';

export interface Options {
  readonly port: number;
  readonly data: string | undefined;
  readonly sample: boolean;
}

const USAGE = `Runs the hub and everything it needs on this machine.

  npm start -- [--port N] [--data DIR] [--no-sample]

  --port N      the port at which the hub answers (default: 4000)
  --data DIR    where data is kept (default: .data in the clone)
  --no-sample   do not create the sample town on the first run
  --help        show this`;

/** Reads the command line, or tells what to print instead of running. */
export function parseOptions(args: readonly string[]): Options | { readonly print: string } {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '4000' },
      data: { type: 'string' },
      'no-sample': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return { print: USAGE };
  return { port: parsePort(values.port), data: values.data, sample: !values['no-sample'] };
}
