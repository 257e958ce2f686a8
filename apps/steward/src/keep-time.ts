import type { CommandBus } from '@nestjs/cqrs';
import { LogUnavailable } from '@mash/event-log';
import type { Clock } from '@mash/kernel';
import { addElapsedHours } from '@mash/law';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';
import { ring } from './duties.js';
import type { TimerStore } from './timer-store.js';
import { unlessRejected } from './unless-rejected.js';

export interface KeepingTime {
  readonly bus: Pick<CommandBus, 'execute'>;
  readonly clock: Clock;
  readonly timers: Pick<TimerStore, 'due' | 'putOff' | 'remove'>;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** How often the clocks are looked at. */
const tick = 250;

/** A clock that cannot be rung is tried again after five minutes: often enough, and not in the way of the others. */
const putOffHours = 5 / 60;

/**
 * Looks at the clocks until told to stop; each that has run out is rung, then put away. One that cannot be rung is said to
 * be so and put off: clocks do not depend on each other, and no request may stay unmarked because of another.
 * @throws LogUnavailable, because then none can be rung
 */
export async function keepTime({ bus, clock, timers, log, signal }: KeepingTime): Promise<void> {
  while (!signal.aborted) {
    for (const timer of await timers.due(clock.now())) {
      try {
        await unlessRejected(log, timer.process, () => ring(bus, timer));
        await timers.remove(timer);
      } catch (error) {
        if (error instanceof LogUnavailable) throw error;
        log('error', 'clock could not be rung, put off', { duty: timer.process, instance: timer.instance, error: errorName(error) });
        await timers.putOff(timer, addElapsedHours(clock.now(), putOffHours));
      }
    }
    await new Promise((resolve) => void setTimeout(resolve, tick));
  }
}
