import { logVariables, optional, postgres, readEnvironment, text, url } from '@mash/service';

/** Everything the notary is told, checked before anything starts. */
export const notaryEnvironment = (environment: Readonly<Record<string, string | undefined>>) => readEnvironment({
  ...logVariables, postgres,
  host: optional(text('MASH_HOST', 'It is the address to listen on; 127.0.0.1 unless told otherwise.')),
  issuer: url('MASH_ISSUER', ['http:', 'https:'], 'https://keycloak.example.org/realms/mash'),
  clientId: text('MASH_CLIENT_ID', 'It is the client of the realm, for example hub.'),
}, environment);
