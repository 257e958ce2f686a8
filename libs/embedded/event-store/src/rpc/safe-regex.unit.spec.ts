import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

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
    ['a/b', 'a/b', true],
    ['Received$', 'Received\n', false],
    ['^.$', '\n', false],
    ['^.$', '😀', true],
    ['^[a-c\\]/-]+?$', 'ab]/-', true],
    ['|a', 'b', true],
  ])('%j tests %j: %s', (source, text, expected) => {
    expect(compileSafeRegex(source).test(text)).toBe(expected);
  });

  const name = 'a'.repeat(1_024);
  it.each([
    ['many times "perhaps"', `${'a?'.repeat(80)}${'a'.repeat(80)}[xy]`],
    ['alternatives that begin alike', `${'(a|b?a)'.repeat(30)}[xy]`],
    ['repetitions of any length, wherever they begin', 'a*a*a*[xy]'],
    ['counted repetitions one after the other', `${'a{0,9}'.repeat(11)}[xy]`],
    ['as many counted repetitions as there may be', '.*a.{0,100}[xy]'],
  ])('is answered at once whatever it is: %s', (_case, source) => {
    const compiled = compileSafeRegex(source);
    const began = performance.now();
    expect(compiled.test(name)).toBe(false);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  const piece = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '^', '$', '|', '(a|b)', '(?:ab|a)', 'a*', '.+', 'b?', '[ab]{1,3}?', '\\.', '/');
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '/', '\n', '٣', '😀'), maxLength: 6 });
  it('means what it means in JavaScript, where that may take its time', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 5 }), text, (pieces, read) => {
        const source = pieces.join('');
        fc.pre((source.match(/[*+]/g)?.length ?? 0) <= 3);
        const native = new RegExp(source.replaceAll('\\d', '\\p{Nd}').replace(/(?<!\\)\./g, '[^\\n]').replaceAll('/', '\\/'), 'u');
        expect(compileSafeRegex(source).test(read)).toBe(native.test(read));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    '(a+)+', '(a|b)*', '(a){3}', '(?i)abc', '(?<name>a)', '(?=a)', '(?<!a)b', '\\1', '\\bword', '\\w+', '\\Z', '[a-z-[aeiou]]',
    'a*b*c*d*', 'a{0,99}b{2}', 'a{101}', '*a', 'a**', '(a', 'a)', '[', `a${'b'.repeat(256)}`,
  ])('%s is refused', (source) => {
    expect(() => compileSafeRegex(source)).toThrow('The regular expression of the filter');
  });
});
