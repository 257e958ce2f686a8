import type { IncomingHttpHeaders } from 'node:http';

/** The request came with the cookie of a signed-in person but not from our own pages. */
export class CrossSiteRequest extends Error {
  override readonly name = 'CrossSiteRequest';

  constructor() {
    super('The request did not come from the hub’s own pages');
  }
}

/** What deciding needs of a request: Express requests and socket upgrades both have it. */
export interface CookieRequest {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const PREFLIGHTED = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** Whether the browser says that the request comes from our own origin. Browsers name it on every write. */
export function refuseOtherOrigin(request: CookieRequest, publicUrl: string): void {
  if (request.headers.origin !== new URL(publicUrl).origin) throw new CrossSiteRequest();
}

/**
 * Refuses a write, or a socket, that rides on the cookie from elsewhere.
 * A write needs our origin and a header that no plain form can send; a socket can carry no header.
 */
export function refuseCrossSite(request: CookieRequest, publicUrl: string): void {
  const socket = request.headers.upgrade !== undefined;
  const write = !SAFE.has(request.method ?? 'GET');
  if (!socket && !write) return;
  refuseOtherOrigin(request, publicUrl);
  if (!write) return;
  const preflighted = PREFLIGHTED.some((name) => (request.headers[name] ?? '') !== '');
  if (request.headers['x-mash-csrf'] !== '1' && !preflighted) throw new CrossSiteRequest();
}
