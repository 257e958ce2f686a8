export * from './schema.js';
export * from './vault.js';
