export * from './disclosure-events.js';
export * from './event-types.js';
export * from './facts.js';
