import { LogUnavailable } from '@mash/event-log';
import { NewerSchema } from '@mash/kernel';
import type { Metrics } from '@mash/telemetry';
import { AnotherLog, NotTheOwner } from './checkpoint.js';

/** The followers there are: a label may say no other word. */
export const followers = ['projector', 'steward', 'notary', 'rebuild'] as const;
export type FollowerName = typeof followers[number];

const reasons = ['log', 'owner', 'refused', 'fault'] as const;
export type InterruptedBy = typeof reasons[number];

/** Why a follower had to begin again, in a word. */
export function interruptedBy(error: unknown): InterruptedBy {
  if (error instanceof LogUnavailable) return 'log';
  if (error instanceof NotTheOwner) return 'owner';
  if (error instanceof NewerSchema || error instanceof AnotherLog) return 'refused';
  return 'fault';
}

/** What an administrator sees of one follower. */
export interface FollowerMetrics {
  takenIn(events: number, unnamed: number, seconds: number): void;
  lag(events: number, seconds: number, perSecond: number): void;
  interrupted(by: InterruptedBy): void;
}

const labels = { follower: followers } as const;
const seconds = [0.005, 0.02, 0.1, 0.5, 2, 10];

export function followerMetrics(metrics: Metrics, follower: FollowerName): FollowerMetrics {
  const events = metrics.counter({ name: 'mash_follower_events_total', help: 'Events taken in.', labels });
  const unnamedEvents = metrics.counter({ name: 'mash_follower_unnamed_events_total', help: 'Events taken in of types that no handler names.', labels });
  const batches = metrics.histogram({ name: 'mash_follower_batch_seconds', help: 'Time to write one batch with its checkpoint.', labels }, seconds);
  const behind = metrics.gauge({ name: 'mash_follower_lag_events', help: 'Events in the log that were not taken in yet, counted up to 10,000.', labels });
  const late = metrics.gauge({ name: 'mash_follower_lag_seconds', help: 'Age of the oldest event that was not taken in yet; 0 when there is none.', labels });
  const rate = metrics.gauge({ name: 'mash_follower_events_per_second', help: 'Events taken in each second since the lag was last measured.', labels });
  const interruptions = metrics.counter({
    name: 'mash_follower_interruptions_total', help: 'Times the follower began again from its checkpoint, by what stopped it.', labels: { ...labels, by: reasons },
  });
  return {
    takenIn: (count, unnamedCount, took) => {
      events.add(count, { follower });
      unnamedEvents.add(unnamedCount, { follower });
      batches.observe(took, { follower });
    },
    lag: (count, age, perSecond) => {
      behind.set(count, { follower });
      late.set(age, { follower });
      rate.set(perSecond, { follower });
    },
    interrupted: (by) => interruptions.add(1, { follower, by }),
  };
}
