export { startIdentity } from './start-identity.js';
export type { IdentityOptions, RunningIdentity } from './start-identity.js';
