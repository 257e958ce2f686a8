const LOOPBACK = new Set(['127.0.0.1', 'localhost']);

function withoutLoopbackPort(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'http:' || !LOOPBACK.has(url.hostname)) return undefined;
  url.port = '';
  return url.href;
}

/**
 * Keycloak's rule for a registered address: exact, except that a loopback address
 * may come with any port (RFC 8252 section 7.3).
 */
export function addressAllowed(asked: string, registered: readonly string[]): boolean {
  if (registered.includes(asked)) return true;
  const loopback = withoutLoopbackPort(asked);
  return loopback !== undefined && registered.some((one) => withoutLoopbackPort(one) === loopback);
}
