import { describe, expect, it } from '@jest/globals';
import { localPath } from './return-path.js';

const hub = 'https://hub.wexcombe.example';

describe('the page to return to after sign-in', () => {
  it('is the first page when none was asked for', () => {
    expect(localPath(undefined, hub)).toBe('/');
  });

  it.each(['/', '/enquiries', '/enquiries?page=2&sort=due#top', '/a/%2F/b'])('may be %s', (asked) => {
    expect(localPath(asked, hub)).toBe(asked);
  });

  it.each([
    '',
    'enquiries',
    '//example.org',
    '/\\example.org',
    '/a\\b',
    '/\t/example.org',
    '/ /x',
    'https://hub.wexcombe.example/',
    'https://example.org',
    'javascript:alert(1)',
    '/auth/sign-out',
    '/x/../auth/sign-in',
    `/${'a'.repeat(2_000)}`,
    ['/a', '/b'],
  ])('may not be %j', (asked) => {
    expect(localPath(asked, hub)).toBeUndefined();
  });
});
