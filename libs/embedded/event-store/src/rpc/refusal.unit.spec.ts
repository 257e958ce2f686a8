import { describe, expect, it } from '@jest/globals';

import { streamDeleted } from './refusal.js';

describe('the stream that a refusal names', () => {
  it.each([
    ['as it is', 'enquiry-1 (50% done)', 'enquiry-1 (50% done)'],
    ['percent-encoded where a header could not hold it', 'enquête-1', 'enqu%C3%AAte-1'],
    ['percent-encoded where it would end the header', 'enquiry\r\nx', 'enquiry%0D%0Ax'],
  ])('is said %s', (_case, stream, said) => {
    expect(streamDeleted(stream).metadata.get('stream-name')).toEqual([said]);
  });
});
