export * from './claim.js';
export * from './consent-events.js';
export * from './event-types.js';
export * from './facts.js';
