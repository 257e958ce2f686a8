import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { RecordedEvent } from '../log/recorded-event.js';
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

type Recorded = InstanceType<typeof streamsPb.ReadResp.ReadEvent.RecordedEvent>;

const said = (found: Recorded | undefined) =>
  found && {
    id: found.getId()?.getString(),
    stream: Buffer.from(found.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    revision: found.getStreamRevision(),
    commit: found.getCommitPosition(),
    prepare: found.getPreparePosition(),
    properties: found.getMetadataMap().toObject().sort(),
    data: Buffer.from(found.getData_asU8()),
    metadata: Buffer.from(found.getCustomMetadata_asU8()),
  };
const meant = (event: RecordedEvent | undefined) =>
  event && {
    id: event.id,
    stream: event.stream,
    revision: event.revision === TOMBSTONE_REVISION ? '9223372036854775807' : String(event.revision),
    commit: String(event.position),
    prepare: String(event.position),
    properties: [
      ['content-type', event.isJson ? 'application/json' : 'application/octet-stream'],
      ['created', `${event.createdMs}0000`],
      ['type', event.type],
    ],
    data: event.data,
    metadata: event.metadata,
  };

describe('the hand-written event message', () => {
  it('says to the generated classes what was recorded', () => {
    fc.assert(
      fc.property(fc.option(recorded, { nil: undefined }), recorded, fc.boolean(), (other, one, linked) => {
        // An event alone, an event found through a link, or a link whose target is missing.
        const [event, link] = linked ? [other, one] : [one, undefined];
        const read = streamsPb.ReadResp.deserializeBinary(encodeReadEvent(event, link)).getEvent();
        expect(said(read?.getEvent())).toEqual(meant(event));
        expect(said(read?.getLink())).toEqual(meant(link));
        expect(read?.getCommitPosition()).toBe(String(one.position));
      }),
      { numRuns: 150 },
    );
  });
});
