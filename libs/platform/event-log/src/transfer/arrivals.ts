import type { ClientReadableStream } from '@grpc/grpc-js';
import { Arrivals } from '../read/arrivals.js';
import { ServerUnreachable } from './errors.js';

/**
 * What a call sends, in the batches in which it arrives. Memory is bounded: the call is read no faster than the batches are
 * taken. Leaving early cancels the call.
 * @param patience milliseconds of silence after which the call is given up; infinite for a live subscription
 */
export async function* arrivals<T>(call: ClientReadableStream<T>, patience: number): AsyncGenerator<T[]> {
  const arriving = new Arrivals<T>(call, async () => call.cancel());
  let whole = false;
  try {
    for (;;) {
      for (let some = arriving.takeAll(); some.length > 0; some = arriving.takeAll()) yield some;
      const pause = await arriving.wait(patience);
      if (pause === 'silent') throw new ServerUnreachable('The server stopped sending in the middle of a read.');
      whole = pause === 'ended';
      if (whole) return;
    }
  } finally {
    if (!whole) arriving.leave();
  }
}
