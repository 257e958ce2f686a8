export * from './basis.js';
export * from './decision-events.js';
export * from './event-types.js';
export * from './facts.js';
