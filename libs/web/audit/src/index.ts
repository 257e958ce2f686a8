export * from './as-of-page.js';
export * from './event-page.js';
export * from './mandates-page.js';
export * from './replay-page.js';
