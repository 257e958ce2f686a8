import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import { messagePage, signOutPage } from '../sign-in/pages.js';

async function endSession(provider: Provider, context: KoaContextWithOIDC): Promise<void> {
  const { session } = context.oidc;
  if (session === undefined) return;
  for (const { grantId } of Object.values(session.authorizations ?? {})) {
    if (grantId === undefined) continue;
    await provider.RefreshToken.revokeByGrantId(grantId);
    await provider.AuthorizationCode.revokeByGrantId(grantId);
    await provider.Grant.adapter.destroy(grantId);
  }
  await session.destroy();
}

function returnAddress(context: KoaContextWithOIDC): string | undefined {
  const { params } = context.oidc;
  const asked = params?.['post_logout_redirect_uri'];
  if (typeof asked !== 'string') return undefined;
  const address = new URL(asked);
  if (typeof params?.['state'] === 'string') address.searchParams.set('state', params['state']);
  return address.href;
}

/**
 * Signing out as Keycloak does it: with a valid ID token as hint at once, without one
 * only after the person confirms, because any page could have sent the browser here.
 */
export function signOut(provider: () => Provider) {
  return async (context: KoaContextWithOIDC, confirmForm: string): Promise<void> => {
    if (context.oidc.entities.IdTokenHint === undefined) {
      context.body = signOutPage(confirmForm);
      return;
    }
    await endSession(provider(), context);
    const address = returnAddress(context);
    if (address === undefined) {
      context.body = messagePage('You are signed out', 'You can close this page.');
      return;
    }
    context.status = 303;
    context.redirect(address);
  };
}

/** What a person sees who signed out without an address to go back to. */
export function signedOut(context: KoaContextWithOIDC): void {
  context.body = messagePage('You are signed out', 'You can close this page.');
}
