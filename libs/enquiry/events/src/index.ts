export * from './enquiry-events.js';
export * from './event-types.js';
export * from './facts.js';
