import { describe, expect, it } from '@jest/globals';
import { cookieRules, readCookie } from './cookies.js';

describe('the session cookie', () => {
  it('is bound to the host over TLS', () => {
    const { session, sessionFlags } = cookieRules('https://hub.wexcombe.example');
    expect(session).toBe('__Host-mash_session');
    expect(sessionFlags).toEqual({ httpOnly: true, sameSite: 'lax', secure: true, path: '/' });
  });

  it('has a plain name on a loopback address without TLS', () => {
    const { session, sessionFlags } = cookieRules('http://127.0.0.1:3000');
    expect([session, sessionFlags.secure]).toEqual(['mash_session', false]);
  });

  it('is found among others by its whole name', () => {
    expect(readCookie('a=1; xmash_session=2; mash_session=3=4', 'mash_session')).toBe('3=4');
    expect(readCookie('a=1', 'mash_session')).toBeUndefined();
    expect(readCookie(undefined, 'mash_session')).toBeUndefined();
  });
});
