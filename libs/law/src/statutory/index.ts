export * from './check-statutory-request.js';
export * from './disputes.js';
export * from './enforcement.js';
export * from './partners.js';
export * from './powers.js';
export * from './statutory-request.js';
export * from './use-limitation.js';
