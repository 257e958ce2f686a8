import { problemsOf } from '@mash/event-log';

/** What a process was told. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** How one variable is read: its name, and a check that answers with the value or with what would be right. */
export interface Variable<T> {
  readonly name: string;
  /** @param all the whole environment, for a value that is right or wrong beside another */
  read(raw: string | undefined, all: Environment): { readonly value: T } | { readonly wrong: string };
}

/** Thrown before anything starts, with every mistake at once. */
export class EnvironmentMistakes extends Error {
  override readonly name = 'EnvironmentMistakes';
  constructor(readonly mistakes: readonly string[]) {
    super(`The environment has ${mistakes.length === 1 ? 'a mistake' : 'mistakes'}:\n${mistakes.map((each) => `  - ${each}`).join('\n')}\nSee .env.example for each variable.`);
  }
}

const variable = <T>(name: string, read: (raw: string) => T | null, right: string): Variable<T> => ({
  name,
  read: (raw) => {
    if (raw === undefined || raw === '') return { wrong: `${name} is missing. ${right}` };
    const value = read(raw);
    return value === null ? { wrong: `${name} is not usable. ${right}` } : { value };
  },
});

/** A value that may be left out. */
export const optional = <T>(inner: Variable<T>): Variable<T | undefined> => ({
  name: inner.name, read: (raw, all) => (raw === undefined || raw === '' ? { value: undefined } : inner.read(raw, all)),
});

export const text = (name: string, right: string): Variable<string> => variable(name, (raw) => raw, right);

export const port = (name: string): Variable<number> =>
  variable(name, (raw) => (/^\d{1,5}$/.test(raw) && Number(raw) <= 65_535 ? Number(raw) : null), 'It is a port number, for example 4000.');

/** A URL of one of the schemes given. */
export const url = (name: string, schemes: readonly string[], example: string): Variable<string> =>
  variable(name, (raw) => (URL.canParse(raw) && schemes.includes(new URL(raw).protocol) ? raw : null), `It is a URL such as ${example}.`);

/** 32 random bytes in base64. */
export const key = (name: string): Variable<Buffer> => variable(name, (raw) => {
  const bytes = Buffer.from(raw, 'base64');
  return bytes.length === 32 ? bytes : null;
}, 'It is 32 random bytes in base64, for example from: openssl rand -base64 32');

/** Allows plaintext in production when the log and its services share one machine, as with the embedded node. */
const plaintextVariable = 'MASH_EVENT_STORE_PLAINTEXT';

/**
 * The event log's address, refused when the log would be reached in a way that is not safe: on plaintext the client
 * drops its credentials without a word, and whoever reaches the port is let in. Production is `NODE_ENV=production`.
 */
const eventStore: Variable<string> = (() => {
  const address = url('MASH_EVENT_STORE', ['esdb:', 'esdb+discover:'], 'esdb://127.0.0.1:2113?tls=false');
  return {
    name: address.name,
    read: (raw, all) => {
      const read = address.read(raw, all);
      if ('wrong' in read) return read;
      const allowed = all[plaintextVariable];
      if (allowed !== undefined && allowed !== '' && allowed !== 'this-machine') return { wrong: `${plaintextVariable} is not usable. It is this-machine, or left out.` };
      const problems = problemsOf({
        connectionString: read.value, user: all['MASH_EVENT_STORE_USER'], password: all['MASH_EVENT_STORE_PASSWORD'],
        production: all['NODE_ENV'] === 'production', plaintextOnThisMachine: allowed === 'this-machine',
      });
      return problems.length > 0 ? { wrong: `${address.name} is not safe. ${problems.join(' ')}` } : read;
    },
  };
})();

/** The variables every service needs to reach the log and the keys. */
export const logVariables = {
  port: port('MASH_PORT'),
  eventStore,
  eventStoreUser: optional(text('MASH_EVENT_STORE_USER', 'It is the user of the event store.')),
  eventStorePassword: optional(text('MASH_EVENT_STORE_PASSWORD', 'It is the password of that user.')),
  keys: url('MASH_KEYS', ['postgres:', 'postgresql:'], 'postgres://mash_vault:…@127.0.0.1:5432/mash_keys'),
  rootKey: key('MASH_ROOT_KEY'),
} as const;

export const postgres = url('MASH_POSTGRES', ['postgres:', 'postgresql:'], 'postgres://mash_hub:…@127.0.0.1:5432/mash');

type Values<S> = { readonly [K in keyof S]: S[K] extends Variable<infer T> ? T : never };

/**
 * Reads all variables of a service.
 * @throws EnvironmentMistakes naming each one that is missing or unusable; values are never quoted, they can be secrets
 */
export function readEnvironment<S extends Readonly<Record<string, Variable<unknown>>>>(
  variables: S, environment: Environment,
): Values<S> {
  const read = Object.entries(variables).map(([name, each]) => [name, each.read(environment[each.name], environment)] as const);
  const mistakes = read.flatMap(([, result]) => ('wrong' in result ? [result.wrong] : []));
  if (mistakes.length > 0) throw new EnvironmentMistakes(mistakes);
  return Object.fromEntries(read.map(([name, result]) => [name, 'value' in result ? result.value : undefined])) as Values<S>;
}
