export * from './basis.js';
export * from './decision-events.js';
export * from './facts.js';
