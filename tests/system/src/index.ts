export * from './harness/product.js';
export * from './harness/set-up.js';
