import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { asInstant } from '@mash/kernel';
import { CookieJar } from '../testing/cookie-jar.js';
import type { HubUnderTest } from '../testing/hub-under-test.js';
import { hubUnderTest } from '../testing/hub-under-test.js';
import type { IssuerUnderTest, Person } from '../testing/issuer-under-test.js';
import { issuerUnderTest, SAMPLE_SECRET, samplePerson } from '../testing/issuer-under-test.js';
import { asOwnPage, signInByForm } from '../testing/sign-in-by-form.js';
import type { ThrowAwayDatabase } from '../testing/throw-away-database.js';
import { throwAwayDatabase } from '../testing/throw-away-database.js';
import { tokensByForm } from '../testing/tokens-by-form.js';
import type { Page } from '../testing/walk.js';
import { formAction, walk } from '../testing/walk.js';
import { sessionMigration } from './session-table.js';

const MINUTE = 60_000;

describe('signing in to the hub', () => {
  let database: ThrowAwayDatabase;
  let issuing: IssuerUnderTest;
  let person: Person;
  let hub: HubUnderTest;
  let other: HubUnderTest;
  let ahead = 0;

  beforeAll(async () => {
    database = await throwAwayDatabase();
    await database.pool.query(sessionMigration);
    issuing = await issuerUnderTest(database.url);
    person = await samplePerson();
    const clock = { now: () => asInstant(new Date(Date.now() + ahead).toISOString()) };
    const sessionKey = randomBytes(32).toString('base64');
    hub = await hubUnderTest(issuing.issuer, database.pool, { clock, sessionKey });
    other = await hubUnderTest(issuing.issuer, database.pool, { clock, sessionKey });
  });

  afterEach(() => {
    ahead = 0;
  });

  afterAll(async () => {
    await hub.stop();
    await other.stop();
    await issuing.stop();
    await database.drop();
  });

  const signedIn = (): Promise<string> => signInByForm({ hubUrl: hub.url, ...person });
  const who = (cookie: string, at = hub): Promise<Response> => fetch(`${at.url}/who`, { headers: { cookie } });
  const onHub = (url: URL): boolean =>
    [hub.url, other.url].includes(url.origin) && !url.pathname.startsWith('/auth/');
  const form = (): URLSearchParams => new URLSearchParams({ username: person.username, password: person.password });

  async function submitted(jar: CookieJar, page: Page, fields = form()): Promise<Page> {
    const action = formAction(page);
    if (action === undefined) throw new Error('There is no form to submit');
    return walk({ jar, stopAt: onHub }, action, fields);
  }

  it('ends in a session that says who is asking', async () => {
    const answer = await who(await signedIn());
    expect(await answer.json()).toMatchObject({ subject: person.id, agencyClaim: person.agency, issuer: issuing.issuer });
  });

  it('comes back to the page that was asked for', async () => {
    const jar = new CookieJar();
    const start = new URL('/auth/sign-in?return=%2Fenquiries%3Fpage%3D2', hub.url);
    const page = await submitted(jar, await walk({ jar, stopAt: onHub }, start));
    expect(page.url.href).toBe(`${hub.url}/enquiries?page=2`);
  });

  it.each(['https://example.org/', '//example.org', '/\\example.org', '\\example.org', 'javascript:alert(1)', '/auth/sign-in', '/%0a/\n'])(
    'refuses to come back to %j',
    async (elsewhere) => {
      const answer = await fetch(`${hub.url}/auth/sign-in?return=${encodeURIComponent(elsewhere)}`, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    },
  );

  it('shows the form again after a wrong password, with an error and no session', async () => {
    const jar = new CookieJar();
    const page = await walk({ jar, stopAt: onHub }, new URL('/auth/sign-in', hub.url));
    const again = await submitted(jar, page, new URLSearchParams({ username: person.username, password: 'not this one' }));
    expect(again.body).toContain('id="input-error"');
    expect(formAction(again)).toBeDefined();
    expect(jar.named(/mash_session/)).toBe('');
    await submitted(jar, again);
    expect(jar.named(/mash_session/)).not.toBe('');
  });

  it('keeps neither the cookie’s value nor a token readable in the table', async () => {
    const cookie = await signedIn();
    const { rows } = await database.pool.query('SELECT * FROM hub.session');
    const kept = JSON.stringify(rows) + rows.map((row: { sealed: Buffer }) => row.sealed.toString('latin1')).join();
    expect(kept).not.toContain(cookie.split('=')[1]);
    expect(kept).not.toContain('eyJ');
  });

  it('sets a session cookie that no script reads and no other site sends', async () => {
    const jar = new CookieJar();
    const page = await walk({ jar, stopAt: onHub }, new URL('/auth/sign-in', hub.url));
    const callback = await walk({ jar, stopAt: (url) => url.pathname === '/auth/callback' }, formAction(page) ?? page.url, form());
    const answer = await fetch(callback.url, { headers: { cookie: jar.header(callback.url) }, redirect: 'manual' });
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('mash_session='));
    expect(set).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('refuses a callback that this browser did not begin, and one that comes twice', async () => {
    const jar = new CookieJar();
    const page = await walk({ jar, stopAt: onHub }, new URL('/auth/sign-in', hub.url));
    const callback = await walk({ jar, stopAt: (url) => url.pathname === '/auth/callback' }, formAction(page) ?? page.url, form());
    expect((await fetch(callback.url, { redirect: 'manual' })).status).toBe(400);
    const cookie = jar.header(callback.url);
    expect((await fetch(callback.url, { headers: { cookie }, redirect: 'manual' })).status).toBe(303);
    expect((await fetch(callback.url, { headers: { cookie }, redirect: 'manual' })).status).toBe(400);
  });

  it('knows nobody without a cookie, with a made-up one, or with one sealed under another key', async () => {
    expect((await who('')).status).toBe(401);
    expect((await who('mash_session=made-up')).status).toBe(401);
    const stranger = await hubUnderTest(issuing.issuer, database.pool);
    expect((await who(await signedIn(), stranger)).status).toBe(401);
    await stranger.stop();
  });

  it('lets a machine ask with a bearer token, and refuses a bad one with its code', async () => {
    const { accessToken, idToken } = await tokensByForm({ issuer: issuing.issuer, clientId: 'hub', clientSecret: SAMPLE_SECRET, ...person });
    const ask = (token: string) => fetch(`${hub.url}/who`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect(await (await ask(accessToken)).json()).toMatchObject({ subject: person.id });
    expect(await (await ask(idToken)).json()).toEqual({ code: 'MALFORMED' });
  });

  it('refuses a write that rides on the cookie from elsewhere', async () => {
    const cookie = await signedIn();
    const write = async (headers: Record<string, string>) =>
      (await fetch(`${hub.url}/who`, { method: 'POST', headers: { cookie, ...headers } })).status;
    expect(await write({})).toBe(403);
    expect(await write({ 'x-mash-csrf': '1' })).toBe(403);
    expect(await write({ origin: hub.url })).toBe(403);
    expect(await write({ origin: 'https://example.org', 'x-mash-csrf': '1' })).toBe(403);
    expect(await write({ origin: hub.url, 'apollo-require-preflight': 'true' })).toBe(200);
    expect(await write(asOwnPage(hub.url, cookie))).toBe(200);
  });

  it('refuses a socket from another origin and lets our own through', async () => {
    const cookie = await signedIn();
    const socket = (origin: string) => ({ method: 'GET', headers: { cookie, origin, upgrade: 'websocket' } });
    await expect(hub.signIn.identityOf(socket('https://example.org'))).rejects.toThrow('own pages');
    expect(await hub.signIn.identityOf(socket(hub.url))).toMatchObject({ subject: person.id });
  });

  it('renews the access token once, however many ask at once in two processes', async () => {
    const cookie = await signedIn();
    ahead = 4.5 * MINUTE;
    const asking = Array.from({ length: 16 }, (_, index) => who(cookie, index % 2 === 0 ? hub : other));
    const statuses = (await Promise.all(asking)).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    const expires = (await hub.signIn.identityOf({ headers: { cookie } }))?.expiresAt ?? 0;
    expect(expires).toBeGreaterThan(Date.now() + 4.5 * MINUTE);
  });

  it('ends after 30 minutes without use, counted from the last use', async () => {
    const cookie = await signedIn();
    const idle = (minutes: number) =>
      database.pool.query(`UPDATE hub.session SET last_used_at = now() - make_interval(mins => $1)`, [minutes]);
    await idle(29);
    expect((await who(cookie)).status).toBe(200);
    const { rows } = await database.pool.query(`SELECT 1 FROM hub.session WHERE last_used_at > now() - interval '1 minute'`);
    expect(rows).toHaveLength(1);
    await idle(31);
    expect((await who(cookie)).status).toBe(401);
  });

  it('ends after ten hours however much it is used', async () => {
    const cookie = await signedIn();
    await database.pool.query(`UPDATE hub.session SET ends_at = created_at`);
    expect((await who(cookie)).status).toBe(401);
  });

  it('is over at once after signing out, here and at the issuer', async () => {
    const jar = new CookieJar();
    const walking = { jar, stopAt: onHub };
    await submitted(jar, await walk(walking, new URL('/auth/sign-in', hub.url)));
    const cookie = jar.named(/mash_session/);
    expect((await who(cookie)).status).toBe(200);
    const home = await walk(walking, new URL('/auth/sign-out', hub.url), new URLSearchParams());
    expect(home.url.href).toBe(`${hub.url}/`);
    expect(jar.named(/mash_session/)).toBe('');
    expect((await who(cookie)).status).toBe(401);
    expect(formAction(await walk(walking, new URL('/auth/sign-in', hub.url)))).toBeDefined();
  });

  it('cannot be ended from another site', async () => {
    const cookie = await signedIn();
    const leave = await fetch(`${hub.url}/auth/sign-out`, { method: 'POST', headers: { cookie, origin: 'https://example.org' } });
    expect(leave.status).toBe(403);
    expect((await who(cookie)).status).toBe(200);
  });

  it('tells a script where to go when it signs out', async () => {
    const cookie = await signedIn();
    const headers = { ...asOwnPage(hub.url, cookie), accept: 'application/json' };
    const answer: unknown = await (await fetch(`${hub.url}/auth/sign-out`, { method: 'POST', headers })).json();
    expect(answer).toEqual({ redirectTo: expect.stringContaining(`${issuing.issuer}/protocol/openid-connect/logout?`) });
  });

  it('needs no form a second time, and signing out there ends this session at its next renewal', async () => {
    const jar = new CookieJar();
    const walking = { jar, stopAt: onHub };
    await submitted(jar, await walk(walking, new URL('/auth/sign-in', hub.url)));
    const first = jar.named(/mash_session/);
    const page = await walk({ jar: jar.without(/mash_session/), stopAt: onHub }, new URL('/auth/sign-in', other.url));
    expect(page.url.origin).toBe(other.url);
    expect(jar.named(/mash_session/)).not.toBe(first);
    expect((await who(first)).status).toBe(200);
    await walk(walking, new URL('/auth/sign-out', other.url), new URLSearchParams());
    ahead = 4.5 * MINUTE;
    expect((await who(first)).status).toBe(401);
  });

  it('can be ended for everything that a person has open', async () => {
    const cookies = [await signedIn(), await signedIn()];
    expect(await hub.signIn.endSessionsOf(person.id)).toBeGreaterThanOrEqual(2);
    for (const cookie of cookies) expect((await who(cookie)).status).toBe(401);
  });
});
