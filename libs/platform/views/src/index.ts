export * from './checkpoint.js';
export * from './project.js';
export * from './query.js';
export * from './rebuild.js';
export * from './schema.js';
