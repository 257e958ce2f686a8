/** Ends the session at the hub and at the identity provider, then leaves the page. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/auth/sign-out', { method: 'POST', headers: { accept: 'application/json', 'x-mash-csrf': '1' }, credentials: 'same-origin' }).catch(() => null);
  const body: unknown = answer?.ok ? await answer.json() : null;
  const next = typeof body === 'object' && body !== null && 'redirectTo' in body && typeof body.redirectTo === 'string' ? body.redirectTo : '/';
  window.location.assign(next);
}
