import type { Metadata } from '@grpc/grpc-js';

import type { LogLine } from '../options.js';

const HARMLESS = /^[\w.:-]{1,64}$/;
const MAX_REMEMBERED = 1_000;

/** The name a client gave its connection, where it can hold neither a sentence nor an address. */
export function connectionNameIn(headers: Metadata): string {
  const name = headers.get('connection-name')[0];
  return typeof name === 'string' && HARMLESS.test(name) ? name : 'unnamed';
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
