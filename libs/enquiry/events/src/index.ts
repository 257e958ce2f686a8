export * from './enquiry-events.js';
export * from './facts.js';
