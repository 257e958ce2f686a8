import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CookieJar, formAction, tokensByForm, walk } from '@mash/identity/testing';
import pg from 'pg';
import type { RunningIdentity } from '@mash/embedded-identity';
import { startIdentity } from '@mash/embedded-identity';

const ADMIN = process.env['MASH_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const folder = new URL('../../../infra/keycloak/', import.meta.url);
const realmFile = fileURLToPath(new URL('mash-realm.json', folder));

const person = {
  id: '6f0d2c1e-6f2a-4d0b-9a51-0b8a3f1c7d09',
  username: 'petra.voss',
  password: 'wexcombe-sample-petra',
  firstName: 'Petra',
  lastName: 'Voss',
  email: 'petra.voss@example.org',
  agency: '3b0e7f52-9d0c-4c39-8f4e-5a1d6c2b7e09',
  realmRoles: ['practitioner'],
};
const client = { clientId: 'hub', clientSecret: 'sample-hub-secret-change-me' };

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const connection = new pg.Client({ connectionString: ADMIN });
  await connection.connect();
  for (const statement of statements) await connection.query(statement);
  await connection.end();
}

describe('the sign-in stand-in', () => {
  const name = `mash_stand_in_test_${randomBytes(6).toString('hex')}`;
  const databaseUrl = Object.assign(new URL(ADMIN), { username: name, password: name, pathname: `/${name}` }).href;
  const logged: string[] = [];
  let files: string;
  let running: RunningIdentity | undefined;

  beforeAll(async () => {
    await asAdmin(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`, `CREATE DATABASE ${name} OWNER ${name}`);
    files = await mkdtemp(join(tmpdir(), 'mash-identity-'));
    await writeFile(join(files, 'users.json'), JSON.stringify([person]));
  });

  afterEach(async () => {
    await running?.stop();
    running = undefined;
  });

  afterAll(async () => {
    await rm(files, { recursive: true });
    await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`);
  });

  async function start(changes: { port?: number; realmFile?: string } = {}): Promise<RunningIdentity> {
    const usersFile = join(files, 'users.json');
    running = await startIdentity({ port: 0, databaseUrl, realmFile, usersFile, log: (line) => logged.push(line), ...changes });
    return running;
  }

  const authorise = (issuer: string, changes: Record<string, string> = {}): URL => {
    const query = new URLSearchParams({
      client_id: 'hub',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: 'http://127.0.0.1:9/auth/callback',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
      ...changes,
    });
    return new URL(`${issuer}/protocol/openid-connect/auth?${query}`);
  };

  const refresh = (issuer: string, token: string): Promise<Response> =>
    fetch(`${issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`hub:${client.clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: token }),
    });

  it('signs nobody out when it starts again: keys, refresh tokens and browser sessions stay', async () => {
    const { issuer, port } = await start();
    const keys = await (await fetch(`${issuer}/protocol/openid-connect/certs`)).text();
    const tokens = await tokensByForm({ issuer, ...client, ...person });
    const jar = new CookieJar();
    const walking = { jar, stopAt: (url: URL) => url.pathname === '/auth/callback' };
    const action = formAction(await walk(walking, authorise(issuer)));
    await walk(walking, action ?? new URL(issuer), new URLSearchParams(person));
    await running?.stop();
    await start({ port });
    expect(await (await fetch(`${issuer}/protocol/openid-connect/certs`)).text()).toBe(keys);
    expect((await refresh(issuer, tokens.refreshToken)).status).toBe(200);
    expect((await walk(walking, authorise(issuer))).url.searchParams.get('code')).toBeTruthy();
  });

  it('takes a refresh token once, and a second use ends the session', async () => {
    const { issuer } = await start();
    const { refreshToken } = await tokensByForm({ issuer, ...client, ...person });
    const renewed: unknown = await (await refresh(issuer, refreshToken)).json();
    expect(renewed).toMatchObject({ expires_in: 300, refresh_token: expect.not.stringMatching(refreshToken) });
    expect((await refresh(issuer, refreshToken)).status).toBe(400);
  });

  it.each([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain challenge', { code_challenge_method: 'plain' }],
    ['to an address elsewhere', { redirect_uri: 'https://example.org/auth/callback' }],
    ['for an unknown client', { client_id: 'somebody' }],
  ])('shows no form %s', async (_case, changes) => {
    const { issuer } = await start();
    const asking = { jar: new CookieJar(), stopAt: (url: URL) => url.pathname === '/auth/callback' };
    expect(formAction(await walk(asking, authorise(issuer, changes)))).toBeUndefined();
  });

  it.each(['password', 'client_credentials'])('has no %s grant that goes round the person', async (grant) => {
    const { issuer } = await start();
    const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`hub:${client.clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: grant, username: person.username, password: person.password }),
    });
    expect(answer.status).toBe(400);
  });

  it('gives tokens no hub audience when the realm file has no mapper for it', async () => {
    const without = join(files, 'realm.json');
    const realm = await readFile(realmFile, 'utf8');
    await writeFile(without, realm.replace('"oidc-audience-mapper"', '"another-mapper"'));
    const { issuer } = await start({ realmFile: without });
    const { accessToken } = await tokensByForm({ issuer, ...client, ...person });
    const claims: unknown = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ aud: 'account', agency: person.agency, typ: 'Bearer', azp: 'hub' });
  });

  it('makes a guesser wait, with the same words as for a wrong password', async () => {
    const { issuer } = await start();
    const walking = { jar: new CookieJar(), stopAt: (url: URL) => url.pathname === '/auth/callback' };
    const action = formAction(await walk(walking, authorise(issuer))) ?? new URL(issuer);
    const guess = (password: string) => walk(walking, action, new URLSearchParams({ username: person.username, password }));
    for (let time = 0; time < 8; time += 1) await guess(`guess ${time}`);
    expect((await guess(person.password)).body).toContain('Invalid username or password.');
  });

  it('asks before it signs somebody out whom a link sent there', async () => {
    const { issuer } = await start();
    const jar = new CookieJar();
    const walking = { jar, stopAt: (url: URL) => url.pathname === '/auth/callback' };
    const action = formAction(await walk(walking, authorise(issuer)));
    await walk(walking, action ?? new URL(issuer), new URLSearchParams(person));
    expect((await walk(walking, new URL(`${issuer}/protocol/openid-connect/logout`))).body).toContain('id="kc-logout"');
    expect((await walk(walking, authorise(issuer))).url.searchParams.get('code')).toBeTruthy();
  });

  it('sends its pages with headers that keep them out of frames and caches', async () => {
    const { issuer } = await start();
    const { headers } = await fetch(`${issuer}/login-actions/authenticate`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('refuses to start with a role that the realm does not know', async () => {
    const usersFile = join(files, 'wrong.json');
    await writeFile(usersFile, JSON.stringify([{ ...person, realmRoles: ['superuser'] }]));
    await expect(startIdentity({ port: 0, databaseUrl, realmFile, usersFile })).rejects.toThrow('superuser');
  });

  it('logs neither names nor passwords', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join()).not.toMatch(/petra|voss|wexcombe|guess/i);
  });
});
