export * from './disclosure-events.js';
export * from './facts.js';
