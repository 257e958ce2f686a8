// Writes infra/docker/.env from the example, with a fresh secret for each value left empty. Never overwrites:
// a second root key would lock away everything sealed under the first.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The example's text with its empty values filled in. */
export function filled(example) {
  return example.replace(/^([A-Z_]+)=$/gm, (_, name) => `${name}=${randomBytes(32).toString(name.endsWith('_KEY') ? 'base64' : 'hex')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const target = new URL('.env', import.meta.url);
  try {
    writeFileSync(target, filled(readFileSync(new URL('compose.env.example', import.meta.url), 'utf8')), { mode: 0o600, flag: 'wx' });
    process.stdout.write(`${fileURLToPath(target)} is written, readable by you alone. Keep a copy of MASH_ROOT_KEY in a safe.\n`);
  } catch (error) {
    process.stderr.write(error.code === 'EEXIST' ? `${fileURLToPath(target)} exists and is left as it is.\n` : `${error.message}\n`);
    process.exitCode = 1;
  }
}
