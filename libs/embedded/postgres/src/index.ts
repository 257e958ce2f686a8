export { prepareDataFolder } from './data-folder.js';
export { startEmbeddedPostgres } from './start.js';
export type { EmbeddedPostgresOptions } from './start.js';
export type { RunningPostgres } from './running.js';
