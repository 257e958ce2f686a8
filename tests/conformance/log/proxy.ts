import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

import { target } from './target.js';
import { addressOf } from './wire.js';

export interface Proxy {
  /** Options of a `Wire` that goes through here. */
  readonly options: { readonly via: string };
  /** Breaks every connection at once, as a client that is killed does: by a reset, or by a mere end. */
  cut(how: 'reset' | 'end'): void;
  close(): Promise<void>;
}

/** A way to the server that can be cut. */
export async function startProxy(): Promise<Proxy> {
  const { host, port } = addressOf(target.connectionString);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, host.replace(/[[\]]/g, ''));
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  const cut = (how: 'reset' | 'end'): void => {
    for (const socket of sockets) {
      if (how === 'reset') socket.resetAndDestroy();
      else socket.destroy();
    }
    sockets.clear();
  };
  return {
    options: { via: `127.0.0.1:${address.port}` },
    cut,
    close: () => {
      cut('end');
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
