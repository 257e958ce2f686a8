import type { IncomingHttpHeaders } from 'node:http';
import { Reads } from '@mash/graphql';
import type { TokenCheck } from '@mash/identity';
import type { Actor, Clock } from '@mash/kernel';
import type { Follower } from './following/follower.js';

/** What travels with one operation. The notary records audits before it answers each, so nothing is gathered in `reads`. */
export interface OperationContext {
  readonly reads: Reads;
  actor(): Promise<Actor>;
}

/** The auditor behind a bearer token, looked up once when first asked for. */
export function operationContext(
  headers: IncomingHttpHeaders, checkToken: TokenCheck, follower: Pick<Follower, 'register'>, clock: Clock,
): OperationContext {
  let actor: Promise<Actor> | undefined;
  const lookedUp = async (): Promise<Actor> => {
    const identity = await checkToken(bearerOf(headers.authorization));
    return follower.register.actorOf(identity, clock.now());
  };
  return { reads: new Reads(), actor: () => actor ??= lookedUp() };
}

const bearerOf = (header: string | undefined): string | undefined => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
