import type { CommandBus } from '@nestjs/cqrs';
import type { Handler } from '@mash/catch-up';
import type { Journal } from '@mash/event-log';
import type { Recorded } from '@mash/kernel';
import type { Log } from '@mash/telemetry';
import { actOn, timersOf } from './duties.js';
import type { Timer, Trigger } from './duties.js';
import { stewardCheckpoint } from './timer-store.js';
import type { TimerStore } from './timer-store.js';
import { unlessRejected } from './unless-rejected.js';

const triggers: readonly string[] = ['DisclosureMade', 'SharingDecided', 'InformationRequested', 'ConsentReliedUpon'] satisfies Trigger['type'][];
const isTrigger = (recorded: Recorded): recorded is Recorded<Trigger> => triggers.includes(recorded.event.type);

export interface StewardParts {
  readonly bus: Pick<CommandBus, 'execute'>;
  readonly journal: Journal;
  readonly timers: TimerStore;
  readonly log: Log;
}

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
