import type { CommandBus } from '@nestjs/cqrs';
import type { Handler } from '@mash/catch-up';
import { LogUnavailable } from '@mash/event-log';
import type { Journal } from '@mash/event-log';
import type { Recorded } from '@mash/kernel';
import { NotFound, Rejected } from '@mash/kernel';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';
import { actOn, ring, timersOf } from './duties.js';
import type { Timer, Trigger } from './duties.js';
import { stewardCheckpoint } from './timer-store.js';
import type { TimerStore } from './timer-store.js';

const triggers: readonly string[] = ['DisclosureMade', 'SharingDecided', 'InformationRequested', 'ConsentReliedUpon'] satisfies Trigger['type'][];
const isTrigger = (recorded: Recorded): recorded is Recorded<Trigger> => triggers.includes(recorded.event.type);

export interface StewardParts {
  readonly bus: Pick<CommandBus, 'execute'>;
  readonly journal: Journal;
  readonly timers: TimerStore;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** How often the clocks are looked at. */
const tick = 250;

/** Acts on each trigger, then sets its clocks and moves the checkpoint. Acting again after a crash changes nothing. */
export const stewardHandler = ({ bus, journal, timers, log }: StewardParts): Handler<readonly Timer[]> => ({
  checkpoint: stewardCheckpoint, names: new Set(triggers), newestSchema: (type) => journal.newestSchema(type),
  prepare: async (batch) => {
    const events = (await journal.opened(batch.filter(({ type }) => triggers.includes(type)))).filter(isTrigger);
    for (const recorded of events) await unlessRejected(log, recorded.event.type, () => actOn(bus, recorded));
    return events.flatMap(timersOf);
  },
  write: (client, set) => timers.set(client, set),
});

/** Looks at the clocks until told to stop; each that has run out is rung, then put away. */
export async function keepTime({ bus, journal, timers, log, signal }: StewardParts): Promise<void> {
  while (!signal.aborted) {
    for (const timer of await timers.due(journal.clock.now())) {
      await unlessRejected(log, timer.process, () => ring(bus, timer));
      await timers.remove(timer);
    }
    await new Promise((resolve) => void setTimeout(resolve, tick));
  }
}

/** A rejection is an answer: it is logged and work goes on. Losing the log is not: then nothing may be passed over. */
async function unlessRejected(log: Log, duty: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LogUnavailable) throw error;
    if (error instanceof Rejected || error instanceof NotFound) log('warn', 'duty not possible', { duty, error: errorName(error) });
    else throw error;
  }
}
