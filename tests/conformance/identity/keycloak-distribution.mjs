import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const KEYCLOAK_VERSION = '26.7.3';

const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${KEYCLOAK_VERSION}:zip`;

function need(program, versionFlag) {
  try {
    execFileSync(program, [versionFlag], { stdio: 'ignore' });
  } catch {
    throw new Error(`${program} is needed to run a real Keycloak: install a Java runtime (17 or later) and Maven`);
  }
}

/**
 * The folder of an unpacked Keycloak, fetched through Maven the first time.
 * It lies in the user's cache, outside the clone: the distribution is no part of the project.
 */
export function keycloakDistribution() {
  const cache = process.env.MASH_KEYCLOAK_CACHE ?? join(homedir(), '.cache', 'mash', 'keycloak');
  const home = join(cache, `keycloak-${KEYCLOAK_VERSION}`);
  if (existsSync(join(home, 'bin', 'kc.sh'))) return home;
  need('java', '-version');
  need('mvn', '-version');
  const unpacking = join(cache, `unpacking-${process.pid}`);
  mkdirSync(unpacking, { recursive: true });
  execFileSync('mvn', ['-q', 'dependency:unpack', `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${unpacking}`], {
    cwd: cache,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [folder] = readdirSync(unpacking);
  if (folder === undefined) throw new Error('The Keycloak artifact was empty');
  // Moved into place at the end, so that a broken-off unpacking is never taken for a whole one.
  renameSync(join(unpacking, folder), home);
  rmSync(unpacking, { recursive: true });
  return home;
}
