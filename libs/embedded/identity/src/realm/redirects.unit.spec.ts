import { describe, expect, it } from '@jest/globals';
import { addressAllowed } from './redirects.js';

const registered = ['http://127.0.0.1/auth/callback', 'https://hub.wexcombe.example/auth/callback'];

describe('an address to return to', () => {
  it.each([
    'http://127.0.0.1/auth/callback',
    'http://127.0.0.1:40123/auth/callback',
    'https://hub.wexcombe.example/auth/callback',
  ])('may be %s', (asked) => {
    expect(addressAllowed(asked, registered)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:40123/auth/callback/more',
    'http://127.0.0.1:40123/auth/callback?x=1',
    'https://127.0.0.1/auth/callback',
    'http://localhost/auth/callback',
    'http://127.0.0.1.example.org/auth/callback',
    'http://someone@127.0.0.1/auth/callback',
    'https://hub.wexcombe.example:8443/auth/callback',
    'https://example.org/auth/callback',
    'not an address',
  ])('may not be %s', (asked) => {
    expect(addressAllowed(asked, registered)).toBe(false);
  });
});
