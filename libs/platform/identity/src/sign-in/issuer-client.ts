import * as client from 'openid-client';

export interface IssuerClientOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const TIMEOUT_SECONDS = 5;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Plain http is for an issuer on this machine only. */
function transport(issuer: URL): Array<(configuration: client.Configuration) => void> {
  return issuer.protocol === 'http:' && LOOPBACK.has(issuer.hostname) ? [client.allowInsecureRequests] : [];
}

/**
 * The issuer's addresses, read when first needed and then kept:
 * the hub starts while the sign-in service is still starting, and a failed reading is tried again.
 */
export function issuerClient(options: IssuerClientOptions): () => Promise<client.Configuration> {
  let reading: Promise<client.Configuration> | undefined;
  return () => {
    const issuer = new URL(options.issuer);
    reading ??= client
      .discovery(issuer, options.clientId, undefined, client.ClientSecretBasic(options.clientSecret), {
        execute: transport(issuer),
        timeout: TIMEOUT_SECONDS,
      })
      .catch((error: unknown) => {
        reading = undefined;
        throw error;
      });
    return reading;
  };
}
