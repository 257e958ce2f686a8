export * from './as-reader.js';
export * from './database-away.js';
export * from './migrate.js';
export * from './pool.js';
export * from './roles/index.js';
export * from './listen.js';
