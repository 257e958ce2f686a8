import { join } from 'node:path';
import { ROOT } from '../root.js';

/** The realm that production Keycloak imports too. */
export const REALM_FILE = join(ROOT, 'infra/keycloak/mash-realm.json');

/** Invented people with published passwords: for trying and training only. */
export const SAMPLE_USERS_FILE = join(ROOT, 'infra/keycloak/sample-users.json');
