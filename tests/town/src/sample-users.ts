import { fileURLToPath } from 'node:url';
import { buildTown } from './town.js';
import { usersOf } from './users.js';

/** The town that `npm start` shows. */
export const sampleSeed = 1;

export const sampleUsersFile = fileURLToPath(new URL('../../../infra/keycloak/sample-users.json', import.meta.url));

/** The file as it must be committed. */
export const sampleUsersText = (): string => `${JSON.stringify(usersOf(buildTown(sampleSeed)), null, 2)}\n`;
