export type { EventStoreOptions, LogLine, RunningEventStore } from './options.js';
export { startEventStore } from './start-event-store.js';
