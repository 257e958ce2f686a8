import { z } from 'zod';
import { NotSignedIn } from './not-signed-in.js';

/** Keycloak's tokens are below 2 kB; what is far larger is not one of ours and is not parsed. */
const LONGEST_TOKEN = 8_192;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

const header = z.object({
  alg: z.literal('RS256'),
  kid: z.string().min(1).max(200),
  // An extension that we do not know must be understood or refused (RFC 7515 section 4.1.11).
  crit: z.undefined().optional(),
});

const payload = z.object({
  typ: z.literal('Bearer'),
  iss: z.string(),
  sub: z.string().min(1).max(255),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  exp: z.number(),
  iat: z.number(),
  nbf: z.number().optional(),
  sid: z.string().optional(),
  acr: z.string().optional(),
  agency: z.string().optional(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  realm_access: z.object({ roles: z.array(z.string()) }).optional(),
});

export type TokenPayload = z.infer<typeof payload>;

export interface ReadToken {
  readonly kid: string;
  readonly payload: TokenPayload;
}

function part(text: string | undefined): unknown {
  return JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
}

/**
 * Reads a token's shape before anything is verified: size, three parts, RS256 only, bearer type.
 * keycloak-connect never looks at `alg` and parses any length.
 */
export function readToken(token: string): ReadToken {
  if (token === '') throw new NotSignedIn('MISSING');
  if (token.length > LONGEST_TOKEN || !COMPACT.test(token)) throw new NotSignedIn('MALFORMED');
  const [head, body] = token.split('.');
  try {
    return { kid: header.parse(part(head)).kid, payload: payload.parse(part(body)) };
  } catch {
    throw new NotSignedIn('MALFORMED');
  }
}
