import { describe, expect, it } from '@jest/globals';

import { withTruncateBefore } from './stream-metadata.js';

describe('the metadata of a stream with another "$tb"', () => {
  const deep = `{"$tb":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  it.each([
    ['keep the rest', '{"$maxCount":5,"$tb":9,"own":{"a":[1]}}', '{"$tb":7,"$maxCount":5,"own":{"a":[1]}}'],
    ['are only that where there was nothing', '{}', '{"$tb":7}'],
    ['are only that where there was no document', 'no document', '{"$tb":7}'],
    ['are only that where there was no object', 'null', '{"$tb":7}'],
    ['are only that where the rest is nested too deep to be written again', deep, '{"$tb":7}'],
  ])('%s', (_case, before, after) => {
    expect(withTruncateBefore(Buffer.from(before), '7').toString()).toBe(after);
  });
});
