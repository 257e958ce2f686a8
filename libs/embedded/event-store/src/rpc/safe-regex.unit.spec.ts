import { describe, expect, it } from '@jest/globals';

import { compileSafeRegex } from './safe-regex.js';

describe('a filter expression', () => {
  it.each([
    ['^[^$].*', 'enquiry-1', true],
    ['^[^$].*', '$metadata', false],
    ['^(enquiry|request)-', 'request-2', true],
    ['^(enquiry|request)-', 'decision-2', false],
    ['Received$', 'ConcernReceived', true],
    ['received', 'ConcernReceived', false],
    ['^a{2,3}b?$', 'aaa', true],
    ['^a{2,3}b?$', 'aaaa', false],
    ['^x\\.y\\-\\d+$', 'x.y-12', true],
    ['^x\\.y\\-\\d+$', 'xzy-12', false],
    ['^\\d$', '٣', true],
    ['a.c', 'a\rc', true],
    ['a]b}', 'a]b}', true],
  ])('%s tests %s: %s', (source, text, expected) => {
    expect(compileSafeRegex(source).test(text)).toBe(expected);
  });

  it.each([
    '(a+)+', '(a|b)*', '(a){3}', '(?i)abc', '(?<name>a)', '(?=a)', '(?<!a)b', '\\1', '\\bword', '\\w+', '\\Z', '[a-z-[aeiou]]',
    'a*b*c*d*', '*a', 'a**', '(a', 'a)', '[', `a${'b'.repeat(256)}`,
  ])('%s is refused', (source) => {
    expect(() => compileSafeRegex(source)).toThrow('The regular expression of the filter');
  });
});
