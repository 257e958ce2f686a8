import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { TOMBSTONE_REVISION } from '../log/recorded-event.js';
import { encodeReadEvent } from './encode-event.js';
import { streamsPb } from './protocol.js';

const recorded = fc.record({
  position: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  stream: fc.string({ minLength: 1, unit: 'binary' }),
  revision: fc.oneof(fc.nat({ max: Number.MAX_SAFE_INTEGER - 1 }), fc.constant(TOMBSTONE_REVISION)),
  id: fc.uuid(),
  type: fc.string({ minLength: 1, unit: 'binary' }),
  isJson: fc.boolean(),
  createdMs: fc.nat({ max: 8_000_000_000_000 }),
  data: fc.uint8Array({ maxLength: 2_000, size: 'max' }).map((bytes) => Buffer.from(bytes)),
  metadata: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
});

describe('the hand-written event message', () => {
  it('says to the generated classes what was recorded', () => {
    fc.assert(
      fc.property(recorded, fc.option(recorded, { nil: undefined }), (event, link) => {
        const read = streamsPb.ReadResp.deserializeBinary(encodeReadEvent(event, link)).getEvent();
        const found = read?.getEvent();
        expect(found?.getId()?.getString()).toBe(event.id);
        expect(Buffer.from(found?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(event.stream);
        expect(found?.getStreamRevision()).toBe(event.revision === TOMBSTONE_REVISION ? '9223372036854775807' : String(event.revision));
        expect(found?.getCommitPosition()).toBe(String(event.position));
        expect(found?.getPreparePosition()).toBe(String(event.position));
        expect(found?.getMetadataMap().get('type')).toBe(event.type);
        expect(found?.getMetadataMap().get('content-type')).toBe(event.isJson ? 'application/json' : 'application/octet-stream');
        expect(found?.getMetadataMap().get('created')).toBe(`${event.createdMs}0000`);
        expect(Buffer.from(found?.getData_asU8() ?? [])).toEqual(event.data);
        expect(Buffer.from(found?.getCustomMetadata_asU8() ?? [])).toEqual(event.metadata);
        expect(read?.getLink()?.getId()?.getString()).toBe(link?.id);
        expect(read?.getCommitPosition()).toBe(String((link ?? event).position));
      }),
      { numRuns: 100 },
    );
  });

  it('can hold a link without its target', () => {
    const [link] = fc.sample(recorded, 1);
    const read = streamsPb.ReadResp.deserializeBinary(encodeReadEvent(undefined, link)).getEvent();
    expect(read?.hasEvent()).toBe(false);
    expect(read?.getLink()?.getId()?.getString()).toBe(link?.id);
  });
});
