import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Turns the sample users into the users file that Keycloak imports beside the realm,
 * with the same ids, so that a token names the same person whoever issued it.
 */
export function toKeycloakUsers(realm, users) {
  return {
    realm,
    users: users.map((user) => ({
      id: user.id,
      username: user.username,
      enabled: true,
      emailVerified: true,
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.email,
      attributes: { agency: [user.agency] },
      credentials: [{ type: 'password', value: user.password, temporary: false }],
      realmRoles: user.realmRoles,
    })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [usersFile, target] = process.argv.slice(2);
  if (usersFile === undefined || target === undefined) {
    process.stderr.write('usage: export-users.mjs <sample-users.json> <mash-users-0.json>\n');
    process.exitCode = 1;
  } else {
    const users = JSON.parse(readFileSync(usersFile, 'utf8'));
    writeFileSync(target, `${JSON.stringify(toKeycloakUsers('mash', users), null, 2)}\n`);
  }
}
