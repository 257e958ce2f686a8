export * from './clock.js';
export * from './decider.js';
export * from './event.js';
export * from './ids.js';
export * from './personal.js';
export * from './rejection.js';
export * from './view.js';
export * from './view-map.js';
