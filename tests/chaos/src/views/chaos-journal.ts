import { EventLog, Journal } from '@mash/event-log';
import type { Instant } from '@mash/kernel';

/** A journal whose events hold nothing personal, so that nothing has to be opened. */
export const chaosJournal = (url: string): Journal => new Journal(
  new EventLog({ connectionString: url }), { seal: (_, events) => Promise.resolve([...events]), open: (_, events) => Promise.resolve([...events]) },
  { now: () => new Date().toISOString() as Instant }, { policyVersion: 'chaos', ruleSetAt: () => 'chaos' });
