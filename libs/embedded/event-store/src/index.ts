export type { EndPoint, EventStoreOptions, LogLine, RunningEventStore, TlsOptions, UserOptions } from './options.js';
export { startEventStore } from './start-event-store.js';
export { throwawayCertificate } from './throwaway-certificate.js';
