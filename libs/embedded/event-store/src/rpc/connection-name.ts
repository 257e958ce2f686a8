import type { Metadata } from '@grpc/grpc-js';

import type { LogLine } from '../options.js';

const MAX_LENGTH = 64;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** A word or a few joined by hyphens, and the number or UUID of an instance; by itself a client takes a UUID. */
const HARMLESS = new RegExp(`^(?:${UUID}|[a-z]+(?:-[a-z]+)*(?:-\\d{1,6}|-${UUID})?)$`);
const MAX_REMEMBERED = 1_000;

/** The name a client gave its connection, where it has the form of a service's name, and not that of a sentence, an address or a login. */
export function connectionNameIn(headers: Metadata): string {
  const name = headers.get('connection-name')[0];
  return typeof name === 'string' && name.length <= MAX_LENGTH && HARMLESS.test(name) ? name : 'unnamed';
}

/** Writes one line the first time that a connection's name is met, so that an operator sees who is connected. */
export function connectionLog(log: (line: LogLine) => void): (headers: Metadata) => void {
  const met = new Set<string>();
  return (headers) => {
    const name = connectionNameIn(headers);
    if (met.has(name)) return;
    if (met.size >= MAX_REMEMBERED) met.clear();
    met.add(name);
    log({ level: 'info', msg: 'a client has connected', connection: name });
  };
}
