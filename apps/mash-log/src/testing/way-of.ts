import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';

export interface Way {
  readonly url: string;
  /** Resolves when its bytes have gone. */
  readonly used: Promise<void>;
  close(): Promise<void>;
}

/**
 * A way to a server on this machine, over which so many bytes go and no more: what a process has sent when it dies is then
 * the test's choice, not a matter of how fast the machine is.
 * @param url the server's address
 * @param bytes how many bytes reach the server, over all connections; the last message is cut where they end
 */
export async function wayOf(url: string, bytes: number): Promise<Way> {
  const sockets = new Set<Socket>();
  let left = bytes;
  let whenUsed: () => void = () => undefined;
  const used = new Promise<void>((resolve) => (whenUsed = resolve));
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    near.on('close', () => far.destroy()).on('data', (sent) => {
      if (left === 0) return;
      far.write(sent.subarray(0, left));
      left = Math.max(0, left - sent.length);
      if (left === 0) whenUsed();
    });
    far.on('close', () => near.destroy()).pipe(near);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The way has no port.');
  return {
    url: `esdb://127.0.0.1:${address.port}?tls=false`,
    used,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
