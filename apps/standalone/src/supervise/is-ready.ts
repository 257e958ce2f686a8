import { connect } from 'node:net';
import type { ReadyCheck } from './child-spec.js';

/** Asks once whether a child serves. */
export async function isReady(check: ReadyCheck): Promise<boolean> {
  switch (check.kind) {
    case 'http':
      return fetch(check.url, { signal: AbortSignal.timeout(2_000) }).then(
        async (answer) => {
          await answer.body?.cancel();
          return answer.ok;
        },
        () => false,
      );
    case 'port':
      return new Promise((resolve) => {
        const socket = connect({ port: check.port, host: '127.0.0.1', timeout: 2_000 });
        const settle = (open: boolean): void => {
          socket.destroy();
          resolve(open);
        };
        socket.once('connect', () => settle(true)).once('timeout', () => settle(false)).once('error', () => settle(false));
      });
  }
}
