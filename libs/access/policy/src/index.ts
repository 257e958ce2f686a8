export * from './content-gate.js';
export * from './permissions.js';
export * from './row-visibility.js';
