import { logVariables, optional, postgres, readEnvironment, text, url } from '@mash/service';

/** Everything the hub is told, checked before anything starts. */
export const hubEnvironment = (environment: Readonly<Record<string, string | undefined>>) => readEnvironment({
  ...logVariables, postgres,
  publicUrl: url('MASH_PUBLIC_URL', ['http:', 'https:'], 'https://mash.example.org'),
  issuer: url('MASH_ISSUER', ['http:', 'https:'], 'https://keycloak.example.org/realms/mash'),
  clientId: text('MASH_CLIENT_ID', 'It is the client of the realm, for example hub.'),
  clientSecret: text('MASH_CLIENT_SECRET', 'It is the secret of that client.'),
  sessionKey: text('MASH_SESSION_KEY', 'It is 32 random bytes in base64.'),
  notary: optional(url('MASH_NOTARY', ['http:', 'https:'], 'http://127.0.0.1:4003/graphql')),
  webRoot: optional(text('MASH_WEB_ROOT', 'It is the folder of the built web client.')),
}, environment);
