import type { IncomingHttpHeaders } from 'node:http';
import { Reads } from '@mash/graphql';
import type { Identity } from '@mash/identity';
import { NotSignedIn } from '@mash/identity';
import type { Actor } from '@mash/kernel';

/** What travels with one operation: who acts, and what is being read. */
export interface OperationContext {
  readonly reads: Reads;
  identity(): Promise<Identity>;
  actor(): Promise<Actor>;
}

/** The part of a request that says who makes it: of HTTP and of a socket's first message alike. */
export interface AskingRequest {
  readonly method?: string;
  readonly headers: IncomingHttpHeaders;
}

/** Makes the context of one operation; identity and actor are looked up once, when first asked for. */
export function operationContext(
  request: AskingRequest, identityOf: (request: AskingRequest) => Promise<Identity | null>, actorOf: (identity: Identity) => Promise<Actor>,
): OperationContext {
  let identity: Promise<Identity> | undefined;
  let actor: Promise<Actor> | undefined;
  const known = (): Promise<Identity> => identity ??= identityOf(request).then((found) => {
    if (found === null) throw new NotSignedIn('MISSING');
    return found;
  });
  return { reads: new Reads(), identity: known, actor: () => actor ??= known().then(actorOf) };
}
