import { isIP } from 'node:net';

import { generate } from 'selfsigned';

import type { TlsOptions } from './options.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const ALWAYS = ['localhost', '127.0.0.1', '::1'];

/**
 * Makes a certificate that signs itself, for this machine and the hosts named, good for a week: for trying and for
 * tests, never for a site. Clients trust it by naming it as their authority (`tlsCAFile`).
 */
export async function throwawayCertificate(hosts: readonly string[] = [], now = new Date()): Promise<TlsOptions> {
  const made = await generate([{ name: 'commonName', value: 'mash throwaway event store' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now.getTime() - DAY_MS),
    notAfterDate: new Date(now.getTime() + 7 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...new Set([...ALWAYS, ...hosts])].map((host) => (isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host })) },
    ],
  });
  return { certificate: made.cert, key: made.private };
}
