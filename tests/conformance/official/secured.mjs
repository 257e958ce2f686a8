// A certificate for the nodes, and the user whom the suite signs in as.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { throwawayCertificate } from '@mash/embedded-event-store';

/** The names are those of the suite: a fresh real server knows this user. */
const USER = { name: 'admin', password: 'changeit', groups: ['$admins'] };

/** @returns {Promise<{ tls: { certificate: string, key: string }, user: typeof USER, caFile: string, forget(): void }>} */
export async function secured() {
  const tls = await throwawayCertificate();
  const folder = mkdtempSync(join(tmpdir(), 'mash-official-tls-'));
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, tls.certificate);
  return { tls, user: USER, caFile, forget: () => rmSync(folder, { recursive: true, force: true }) };
}
