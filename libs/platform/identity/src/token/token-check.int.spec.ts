import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { asInstant } from '@mash/kernel';
import type { IssuerUnderTest, Person } from '../testing/issuer-under-test.js';
import { issuerUnderTest, SAMPLE_SECRET, samplePerson } from '../testing/issuer-under-test.js';
import type { ThrowAwayDatabase } from '../testing/throw-away-database.js';
import { throwAwayDatabase } from '../testing/throw-away-database.js';
import type { IssuedTokens } from '../testing/tokens-by-form.js';
import { tokensByForm } from '../testing/tokens-by-form.js';
import { NotSignedIn } from './not-signed-in.js';
import type { TokenCheck } from './token-check.js';
import { createTokenCheck } from './token-check.js';

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function claims(token: string): Record<string, unknown> {
  const parsed: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
}

async function codeOf(checking: Promise<unknown>): Promise<string> {
  return checking.then(
    () => 'ACCEPTED',
    (error: unknown) => (error instanceof NotSignedIn ? error.code : 'ANOTHER ERROR'),
  );
}

describe('checking an access token', () => {
  let database: ThrowAwayDatabase;
  let issuing: IssuerUnderTest;
  let person: Person;
  let tokens: IssuedTokens;
  let check: TokenCheck;

  beforeAll(async () => {
    database = await throwAwayDatabase();
    issuing = await issuerUnderTest(database.url);
    person = await samplePerson();
    const { issuer } = issuing;
    tokens = await tokensByForm({ issuer, clientId: 'hub', clientSecret: SAMPLE_SECRET, ...person });
    check = createTokenCheck({ issuer, clientId: 'hub' });
  });

  afterAll(async () => {
    await issuing.stop();
    await database.drop();
  });

  const head = (): string => tokens.accessToken.split('.')[0] ?? '';
  const signature = (): string => tokens.accessToken.split('.')[2] ?? '';
  const changed = (change: Record<string, unknown>): string =>
    `${head()}.${encoded({ ...claims(tokens.accessToken), ...change })}.${signature()}`;

  it('answers who the person is, with role and agency from the realm', async () => {
    expect(await check(tokens.accessToken)).toEqual({
      issuer: issuing.issuer,
      subject: person.id,
      sessionId: expect.any(String),
      acr: '1',
      realmRoles: person.realmRoles,
      agencyClaim: person.agency,
      displayName: `${person.firstName} ${person.lastName}`,
      expiresAt: expect.any(Number),
    });
  });

  it('answers the same a second time, from memory', async () => {
    expect(await check(tokens.accessToken)).toBe(await check(tokens.accessToken));
  });

  it('names the session that the ID token names too', async () => {
    expect((await check(tokens.accessToken)).sessionId).toBe(claims(tokens.idToken)['sid']);
  });

  it('refuses nothing at all as missing', async () => {
    expect(await codeOf(check(undefined))).toBe('MISSING');
    expect(await codeOf(check(''))).toBe('MISSING');
  });

  it.each(['x', 'a.b', 'a.b.c', 'a.b.c.d', '..', 'e30.e30.e30', `${'a'.repeat(9_000)}.b.c`, 'a b.c.d'])(
    'refuses the garbage %# as malformed',
    async (garbage) => {
      expect(await codeOf(check(garbage))).toBe('MALFORMED');
    },
  );

  it('refuses alg none', async () => {
    const none = `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims(tokens.accessToken))}.x`;
    expect(await codeOf(check(none))).toBe('MALFORMED');
  });

  it('refuses HS256 signed with the public key as the secret', async () => {
    const answer = await fetch(`${issuing.issuer}/protocol/openid-connect/certs`);
    const body = `${encoded({ ...JSON.parse(Buffer.from(head(), 'base64url').toString()), alg: 'HS256' })}.${encoded(claims(tokens.accessToken))}`;
    const forged = `${body}.${createHmac('sha256', await answer.text()).update(body).digest('base64url')}`;
    expect(await codeOf(check(forged))).toBe('MALFORMED');
  });

  it('refuses an ID token and a refresh token as bearer', async () => {
    expect(await codeOf(check(tokens.idToken))).toBe('MALFORMED');
    expect(await codeOf(check(tokens.refreshToken))).toBe('MALFORMED');
  });

  it('refuses a token whose claims were changed', async () => {
    expect(await codeOf(check(changed({ sub: '00000000-0000-4000-8000-000000000000' })))).toBe('FOREIGN');
    expect(await codeOf(check(changed({ realm_access: { roles: ['administrator'] } })))).toBe('FOREIGN');
    expect(await codeOf(check(changed({ agency: person.id })))).toBe('FOREIGN');
  });

  it('refuses a token whose signature was changed', async () => {
    const flipped = signature().startsWith('A') ? 'B' : 'A';
    const parts = tokens.accessToken.split('.');
    expect(await codeOf(check(`${parts[0]}.${parts[1]}.${flipped}${signature().slice(1)}`))).toBe('FOREIGN');
  });

  it('refuses another realm', async () => {
    expect(await codeOf(check(changed({ iss: `${issuing.issuer}-other` })))).toBe('FOREIGN');
    const elsewhere = createTokenCheck({ issuer: issuing.issuer.replace(/mash$/, 'other'), clientId: 'hub' });
    expect(await codeOf(elsewhere(tokens.accessToken))).toBe('FOREIGN');
  });

  it('refuses another audience', async () => {
    const notary = createTokenCheck({ issuer: issuing.issuer, clientId: 'notary' });
    expect(await codeOf(notary(tokens.accessToken))).toBe('WRONG_AUDIENCE');
    expect(await codeOf(check(changed({ aud: 'account' })))).toBe('WRONG_AUDIENCE');
    expect(await codeOf(check(changed({ aud: undefined })))).toBe('WRONG_AUDIENCE');
  });

  it('refuses what has expired or is not yet valid', async () => {
    const now = Math.floor(Date.now() / 1000);
    expect(await codeOf(check(changed({ exp: now - 1 })))).toBe('EXPIRED');
    expect(await codeOf(check(changed({ nbf: now + 600 })))).toBe('EXPIRED');
    expect(await codeOf(check(changed({ iat: now + 600 })))).toBe('EXPIRED');
  });

  it('refuses a real token after its time, even one that it remembers', async () => {
    let ahead = 0;
    const clock = { now: () => asInstant(new Date(Date.now() + ahead).toISOString()) };
    const remembering = createTokenCheck({ issuer: issuing.issuer, clientId: 'hub', clock });
    expect(await codeOf(remembering(tokens.accessToken))).toBe('ACCEPTED');
    ahead = 301_000;
    expect(await codeOf(remembering(tokens.accessToken))).toBe('EXPIRED');
  });

  it('says unavailable when the issuer gives no keys, whatever it answers instead', async () => {
    const server = createServer((_request, response) => response.end('<html>Bad gateway</html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const issuer = `http://127.0.0.1:${port}/realms/mash`;
    const away = createTokenCheck({ issuer, clientId: 'hub' });
    expect(await codeOf(away(changed({ iss: issuer })))).toBe('UNAVAILABLE');
    await new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    const gone = createTokenCheck({ issuer, clientId: 'hub' });
    expect(await codeOf(gone(changed({ iss: issuer })))).toBe('UNAVAILABLE');
  });

  it('accepts none of 2,000 mutated tokens', async () => {
    const { accessToken } = tokens;
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    for (let round = 0; round < 2_000; round += 1) {
      // The last character of the signature carries padding bits that decode alike.
      const at = next(accessToken.length - 2);
      const character = alphabet[next(alphabet.length)] ?? '';
      const mutated = accessToken.slice(0, at) + character + accessToken.slice(at + 1);
      if (mutated === accessToken) continue;
      expect(await codeOf(check(mutated))).not.toBe('ACCEPTED');
    }
  });
});
