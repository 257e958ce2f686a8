import type { IncomingMessage, ServerResponse } from 'node:http';

import { SERVER_VERSION } from '../rpc/server-features.js';

/** What HTTP tells about the node; all of it is open to everybody, as on a real server. */
export interface NodeState {
  /** Whether the node can write at present. */
  readonly holdsLog: boolean;
  readonly leads: boolean;
  readonly signsIn: boolean;
}

const PING = { msgTypeId: 1, text: 'Ping request successfully handled' };
const LIVE = 204;
const NOT_LIVE = 503;

/** Answers the few paths that watchers and the official client ask; says of every other that it is not here. */
export function answerHttp(state: () => NodeState) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    // Whatever a client sends along is not wanted.
    request.resume();
    const url = targetOf(request.url ?? '/');
    if (url === undefined) return json(response, 400, { error: 'The target of the request cannot be read.' });
    if (request.method !== 'GET' && request.method !== 'HEAD') return notHere(response, url.pathname);
    switch (url.pathname) {
      case '/ping':
        return json(response, 200, PING);
      case '/health':
      case '/health/live':
        return empty(response, state().holdsLog || !state().leads ? liveCode(url) : NOT_LIVE);
      case '/info':
        return json(response, 200, info(state()));
      default:
        return notHere(response, url.pathname);
    }
  };
}

/** A path is put behind a host of our own: by itself one like `//[` would read as a host, and a broken one throws. */
function targetOf(target: string): URL | undefined {
  const address = target.startsWith('/') ? `http://node${target}` : target;
  return URL.canParse(address, 'http://node') ? new URL(address, 'http://node') : undefined;
}

/** Probes that cannot be told to accept "no content" may ask for another code. */
function liveCode(url: URL): number {
  const asked = Number(url.searchParams.get('liveCode') ?? LIVE);
  return Number.isInteger(asked) && asked >= 200 && asked < 600 ? asked : LIVE;
}

function info({ leads, signsIn }: NodeState): object {
  return {
    esVersion: SERVER_VERSION,
    state: leads ? 'leader' : 'follower',
    features: { projections: false, userManagement: false, atomPub: false },
    authentication: { type: signsIn ? 'internal' : 'insecure', properties: {} },
  };
}

function notHere(response: ServerResponse, path: string): void {
  // The official client falls back on these when a call is not announced; "not found" would read as a missing group.
  const unimplemented = /^\/(subscriptions|projections?|users|admin|streams)(\/|$)/.test(path);
  if (unimplemented) return json(response, 501, { error: 'This event store does not implement this; it serves streams over gRPC only.' });
  json(response, 404, { error: 'There is nothing at this path. The event store answers /ping, /health/live and /info.' });
}

function json(response: ServerResponse, code: number, body: object): void {
  response.writeHead(code, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function empty(response: ServerResponse, code: number): void {
  response.writeHead(code).end();
}
