export * from './compare-with-samples.js';
export * from './sample.js';
export * from './shape.js';
