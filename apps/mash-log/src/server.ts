import type { ConnectionOptions } from '@mash/event-log/transfer';
import { RawLog } from '@mash/event-log/transfer';
import type { Surroundings } from './command.js';
import { UsageMistake } from './command.js';

const usual = 'MASH_EVENT_STORE';

/** How a server is named on the command line: by URL without credentials, or by the variable that holds it. */
export interface ServerWords {
  readonly url?: string | undefined;
  readonly variable?: string | undefined;
  /** The options' names, for mistakes. */
  readonly options: { readonly url?: string; readonly variable: string };
}

/**
 * Opens the server that the words and the environment name.
 * @throws UsageMistake when it is not named, named twice, or with a password where other users of the machine can read it
 */
export function openServer(words: ServerWords, { environment }: Surroundings): RawLog {
  return new RawLog(connectionFrom(words, environment));
}

export function connectionFrom({ url, variable, options }: ServerWords, environment: Surroundings['environment']): ConnectionOptions {
  if (url !== undefined && variable !== undefined) throw new UsageMistake(`Give --${options.url ?? ''} or --${options.variable}, not both.`);
  if (url !== undefined) {
    // Every user of a machine can read the command lines of all its processes, and shells keep them.
    if (/:\/\/.*@/s.test(url)) {
      throw new UsageMistake(`--${options.url ?? ''} holds credentials, which every user of this machine could read. Put the address into a variable and name it with --${options.variable}.`);
    }
    return { url, user: environment[`${usual}_USER`], password: environment[`${usual}_PASSWORD`] };
  }
  const name = variable ?? usual;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new UsageMistake(`--${options.variable} takes the name of an environment variable, for example ${usual}.`);
  const address = environment[name];
  if (address === undefined || address === '') throw new UsageMistake(`The variable ${name} is not set. It is an address such as esdb://127.0.0.1:2113?tls=false or esdb://log.example.org:2113?tls=true.`);
  return { url: address, user: environment[`${name}_USER`], password: environment[`${name}_PASSWORD`] };
}

/** Values that must not be printed, whatever error repeats them. */
export function secretsIn(environment: Surroundings['environment']): string[] {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (value === undefined || value.length < 3) return [];
    if (/PASSWORD|SECRET|KEY/i.test(name)) return [value];
    const inside = passwordIn(value);
    return inside === undefined ? [] : [inside, decodeURIComponentSafely(inside)];
  });
}

/** A password may hold a slash or an `@` that should have been encoded: it ends at the last `@` before the settings, if there is one. */
function passwordIn(address: string): string | undefined {
  const [, body = ''] = /^[a-z+]+:\/\/(.*)$/is.exec(address) ?? [];
  const [authority = ''] = body.split('?', 1);
  return /:(.+)@/s.exec(authority.includes('@') ? authority : body)?.[1];
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
