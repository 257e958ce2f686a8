// Writes roles.sql anew after a change to the roles: npx nx build @mash/postgres, then run this.
import { writeFileSync } from 'node:fs';
import { rolesScript } from '@mash/postgres';

writeFileSync(new URL('roles.sql', import.meta.url), rolesScript());
