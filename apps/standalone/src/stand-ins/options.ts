import { parseArgs } from 'node:util';
import { EVENT_STORE_FLAGS, EVENT_STORE_USAGE, parseEventStoreChoices } from './event-store-options.js';
import type { EventStoreChoices } from './event-store-options.js';

export const STAND_INS = ['postgres', 'event-store', 'identity'] as const;
export type StandIn = (typeof STAND_INS)[number];

export type StandInOptions = CommonOptions &
  ({ readonly standIn: 'postgres' | 'identity' } | { readonly standIn: 'event-store'; readonly eventStore: EventStoreChoices });

export interface CommonOptions {
  readonly port: number;
  readonly data: string | undefined;
  /** Of an existing server's superuser, instead of an embedded PostgreSQL. */
  readonly postgres: string | undefined;
}

export const STAND_IN_USAGE = `Starts one of the three servers that stand in for production servers.

  npm run stand-in -- postgres    --port N [--data DIR]
  npm run stand-in -- event-store --port N [--data DIR] [--postgres URL] [--tls ...]
  npm run stand-in -- identity    --port N [--data DIR] [--postgres URL]

  --port N        the port on 127.0.0.1
  --data DIR      where data is kept (default: .data in the clone)
  --postgres URL  a superuser's URL of an existing PostgreSQL, in which roles and databases are
                  made; without it the event store and identity start one in the data folder
  --help          show this

${EVENT_STORE_USAGE}`;

/** Reads the command line, or tells what to print instead of running; throws a sentence for the user. */
export function parseStandInOptions(args: readonly string[]): StandInOptions | { readonly print: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string' }, data: { type: 'string' }, postgres: { type: 'string' }, help: { type: 'boolean' }, ...EVENT_STORE_FLAGS },
  });
  const { port, data, postgres, help, ...choices } = values;
  if (help === true) return { print: STAND_IN_USAGE };
  const [name, ...rest] = positionals;
  const standIn = STAND_INS.find((one) => one === name);
  if (standIn === undefined || rest.length > 0) throw new Error(`Name one of ${STAND_INS.join(', ')}.\n\n${STAND_IN_USAGE}`);
  if (port === undefined) throw new Error(`Name a port with --port.\n\n${STAND_IN_USAGE}`);
  const common = { port: parsePort(port), data, postgres };
  if (standIn === 'event-store') return { ...common, standIn, eventStore: parseEventStoreChoices(choices) };
  const [foreign] = Object.keys(choices);
  if (foreign !== undefined) throw new Error(`--${foreign} is an option of the event store only.`);
  return { ...common, standIn };
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`"${text}" is no port: a port is a whole number from 1 to 65535.`);
  return port;
}
