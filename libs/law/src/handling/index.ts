export * from './item-quality.js';
export * from './police-handling.js';
export * from './restriction-codes.js';
export * from './restriction.js';
export * from './security-marking.js';
export * from './tightens-only.js';
