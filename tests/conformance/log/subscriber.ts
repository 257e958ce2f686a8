import type { AllStreamSubscription, Filter, Position, StreamSubscription } from '@eventstore/db-client';
import type { END, START } from '@eventstore/db-client';
import type { EventStoreDBClient } from '@eventstore/db-client';

import { eventually } from './target.js';

/** What a subscription of the official client gave, in the order in which it came. */
export interface Followed {
  readonly ids: string[];
  readonly checkpoints: bigint[];
  /** Event ids, "caughtUp", "confirmation" and "checkpoint". */
  readonly seen: string[];
  readonly error: () => unknown;
  until(done: () => boolean): Promise<void>;
  caughtUp(): Promise<void>;
  close(): Promise<void>;
}

export function follow(subscription: AllStreamSubscription | StreamSubscription, seen: string[] = [], checkpoints: bigint[] = []): Followed {
  const ids: string[] = [];
  let failed: unknown;
  const take = ({ event }: { readonly event?: { readonly id: string } }): void => {
    ids.push(event?.id ?? '');
    seen.push(event?.id ?? '');
  };
  // The two kinds share their events, but their types do not unite into one signature.
  const heard = subscription as StreamSubscription;
  heard.on('data', take);
  heard.on('caughtUp', () => void seen.push('caughtUp'));
  heard.on('confirmation', () => void seen.push('confirmation'));
  heard.on('error', (error: unknown) => (failed = error));
  const until = (done: () => boolean): Promise<void> =>
    eventually(() => {
      if (!done()) throw new Error(`waited in vain: ${ids.length} events arrived; ${failed === undefined ? 'no error' : String(failed)}`);
    });
  return {
    ids, checkpoints, seen, until,
    error: () => failed,
    caughtUp: () => until(() => seen.includes('caughtUp')),
    close: () => subscription.unsubscribe().catch(() => undefined),
  };
}

/** A filtered subscription to the whole log, checkpoints included. */
export function followAll(client: EventStoreDBClient, fromPosition: Position | typeof START | typeof END, filter: Omit<Filter, 'checkpointReached'>): Followed {
  const seen: string[] = [];
  const checkpoints: bigint[] = [];
  const checkpointReached = (_: unknown, position: Position): void => {
    checkpoints.push(position.commit);
    seen.push('checkpoint');
  };
  return follow(client.subscribeToAll({ fromPosition, filter: { ...filter, checkpointReached } as Filter }), seen, checkpoints);
}
