import type { Ports } from '../data/ports.js';

/** Where everything answers. Nothing here is secret. */
export interface Addresses {
  readonly hub: string;
  readonly issuer: string;
  readonly identity: string;
  readonly eventStore: string;
  readonly notary: string;
}

export function addressesOf(hubPort: number, ports: Ports): Addresses {
  const identity = `http://127.0.0.1:${ports.identity}`;
  return {
    hub: `http://127.0.0.1:${hubPort}`,
    identity,
    issuer: `${identity}/realms/mash`,
    eventStore: `esdb://127.0.0.1:${ports.eventStore}?tls=false`,
    notary: `http://127.0.0.1:${ports.notary}/graphql`,
  };
}
