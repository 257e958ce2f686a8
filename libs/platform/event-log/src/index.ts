export * from './event-log.js';
export * from './ids.js';
export * from './journal.js';
export * from './stored-event.js';
