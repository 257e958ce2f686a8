import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { readBatchMessage } from './batch-message.js';
import { BatchUpload } from './batch-upload.js';
import { sharedPb, streamsPb } from './protocol.js';
import { lengthDelimited } from './wire.js';

const id = Buffer.from(new sharedPb.UUID().setString(randomUUID()).serializeBinary());
const stream = new sharedPb.StreamIdentifier().setStreamName(Buffer.from('enquiry-1').toString('base64'));
const at = (options: InstanceType<typeof streamsPb.BatchAppendReq.Options>) => Buffer.from(options.setStreamIdentifier(stream).serializeBinary());
const OPTIONS: readonly [string, Buffer][] = [
  ['any', at(new streamsPb.BatchAppendReq.Options().setAny(new sharedPb.Empty()))],
  ['an exact revision', at(new streamsPb.BatchAppendReq.Options().setStreamPosition('123456789012'))],
];
/** Field 7, which the generated class does not know; of its fields those that are zero are left out. */
const waiting = (options: Buffer, duration: number[]): Buffer =>
  Buffer.concat([lengthDelimited(1, id), lengthDelimited(2, Buffer.concat([options, lengthDelimited(7, Buffer.from(duration))])), Buffer.from([0x20, 1])]);

describe.each(OPTIONS)('a deadline said as a duration, beside %s', (_expected, options) => {
  it.each([
    ['3 s', [0x08, 3], 3_000],
    ['half a second', [0x10, 0x80, 0xca, 0xb5, 0xee, 0x01], 500],
    ['300.5 s', [0x08, 0xac, 0x02, 0x10, 0x80, 0xca, 0xb5, 0xee, 0x01], 300_500],
    ['no time at all', [], 0],
  ])('is read: %s', (_case, duration, patienceMs) => {
    const message = readBatchMessage(waiting(options, duration));
    expect(message.patienceMs).toBe(patienceMs);
    expect(message.content.getIsFinal()).toBe(true);
    const upload = new BatchUpload(1_000, 10_000, 2_000);
    upload.take(message);
    expect(upload.refusal).toBeUndefined();
    // The server's own limit is the longest.
    expect(upload.deadline).toBe(10_000 + Math.min(patienceMs, 2_000));
  });

  it('is over at once when it is negative', () => {
    const minusOne = [0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01];
    expect(readBatchMessage(waiting(options, minusOne)).patienceMs).toBeLessThan(0);
  });

  it('may be missing', () => {
    expect(readBatchMessage(Buffer.concat([lengthDelimited(1, id), lengthDelimited(2, options)])).patienceMs).toBeUndefined();
    expect(readBatchMessage(lengthDelimited(1, id)).patienceMs).toBeUndefined();
  });
});
