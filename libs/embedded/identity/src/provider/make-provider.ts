// The package's own entry file warns on every Node below 22, where it works and is tested here;
// the module behind it is the same provider without the notice.
import { Provider } from 'oidc-provider/lib/provider.js';
import type { Provider as ProviderType } from 'oidc-provider';
import { postLogoutUris } from '../realm/realm-file.js';
import { addressAllowed } from '../realm/redirects.js';
import type { ProviderParts } from './configuration.js';
import { configuration } from './configuration.js';

interface KeycloakManners {
  redirectUriAllowed(asked: string): boolean;
  postLogoutRedirectUriAllowed(asked: string): boolean;
  includeSid(): boolean;
}

/** Makes the provider and gives its client Keycloak's manners: loopback on any port, `sid` in every token. */
export function makeProvider(issuer: string, parts: Omit<ProviderParts, 'provider'>): ProviderType {
  const holder: { provider?: ProviderType } = {};
  const provider: ProviderType = new Provider(
    issuer,
    configuration({
      ...parts,
      provider: () => {
        if (holder.provider === undefined) throw new Error('The provider was asked for before it was made');
        return holder.provider;
      },
    }),
  );
  holder.provider = provider;
  const manners: KeycloakManners = {
    redirectUriAllowed: (asked) => addressAllowed(asked, parts.realm.client.redirectUris),
    postLogoutRedirectUriAllowed: (asked) => addressAllowed(asked, postLogoutUris(parts.realm.client)),
    includeSid: () => true,
  };
  Object.assign(provider.Client.prototype, manners);
  return provider;
}
