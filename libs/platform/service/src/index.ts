export * from './environment.js';
export * from './observe-log.js';
export * from './open-journal.js';
export * from './run-service.js';
export * from './serve-health.js';
