export * from './directory-bus.js';
export * from './client.js';
export * from './names.js';
export * from './random.js';
export * from './set-up.js';
export * from './town.js';
export * from './users.js';
