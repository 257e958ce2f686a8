export type { Access } from './connection/safe-connection.js';
export { isEncrypted, problemsOf } from './connection/safe-connection.js';
export { backOff } from './connection/patience.js';
export * from './event-log.js';
export { isFollowed } from './follow/domain-streams.js';
export * from './ids.js';
export * from './journal.js';
export type * from './log-signal.js';
export * from './stored-event.js';
