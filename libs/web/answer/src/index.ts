export * from './decide-own-page.js';
export * from './decide-request-page.js';
export * from './decision-page.js';
export * from './send-page.js';
