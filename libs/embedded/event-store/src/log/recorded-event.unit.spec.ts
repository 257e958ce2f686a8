import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { streamsPb } from '../rpc/protocol.js';
import type { Placing, ProposedEvent } from './recorded-event.js';
import { RecordedEvent, TOMBSTONE_REVISION } from './recorded-event.js';
import { cutAnswers } from './wire-event.js';

interface Recording {
  readonly event: ProposedEvent;
  readonly placing: Placing;
}

const bytes = (maxLength: number) => fc.uint8Array({ maxLength, size: 'max' }).map((found) => Buffer.from(found));
const recording: fc.Arbitrary<Recording> = fc.record({
  event: fc.record({
    id: fc.uuid(),
    type: fc.string({ minLength: 1, unit: 'binary' }),
    isJson: fc.boolean(),
    data: bytes(2_000),
    metadata: bytes(300),
  }),
  placing: fc.record({
    position: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
    stream: fc.string({ minLength: 1, unit: 'binary' }),
    revision: fc.oneof(fc.nat({ max: Number.MAX_SAFE_INTEGER - 1 }), fc.constant(TOMBSTONE_REVISION)),
    createdMs: fc.nat({ max: 8_000_000_000_000 }),
  }),
});

type Recorded = InstanceType<typeof streamsPb.ReadResp.ReadEvent.RecordedEvent>;

const record = ({ event, placing }: Recording): RecordedEvent => RecordedEvent.record(event, placing);
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
const meant = ({ event, placing }: Recording) => ({
  id: event.id,
  stream: placing.stream,
  revision: placing.revision === TOMBSTONE_REVISION ? '9223372036854775807' : String(placing.revision),
  commit: String(placing.position),
  prepare: String(placing.position),
  properties: [
    ['content-type', event.isJson ? 'application/json' : 'application/octet-stream'],
    ['created', `${placing.createdMs}0000`],
    ['type', event.type],
  ],
  data: event.data,
  metadata: event.metadata,
});
const readBack = (wire: Buffer) => streamsPb.ReadResp.deserializeBinary(wire).getEvent();

describe('a recorded event', () => {
  it('says to the generated classes what was recorded', () => {
    fc.assert(
      fc.property(recording, (one) => {
        const read = readBack(record(one).wire);
        expect(said(read?.getEvent())).toEqual(meant(one));
        expect(read?.hasLink()).toBe(false);
        expect(read?.getCommitPosition()).toBe(String(one.placing.position));
      }),
      { numRuns: 150 },
    );
  });

  it('is read out of its own bytes as it was recorded', () => {
    fc.assert(
      fc.property(recording, (one) => {
        const stored = new RecordedEvent(Buffer.from(record(one).wire));
        const { id, type, isJson, data, metadata, position, stream, revision, createdMs } = stored;
        expect({ event: { id, type, isJson, data, metadata }, placing: { position, stream, revision, createdMs } }).toEqual(one);
      }),
      { numRuns: 150 },
    );
  });

  it('says of itself when it is made what its bytes say', () => {
    fc.assert(
      fc.property(recording, (one) => {
        const made = record(one);
        const found = new RecordedEvent(made.wire);
        for (const each of ['id', 'type', 'isJson', 'data', 'metadata', 'position', 'stream', 'revision', 'createdMs'] as const) expect([each, made[each]]).toEqual([each, found[each]]);
        expect(made.asLinkTo(made)).toEqual(found.asLinkTo(found));
      }),
      { numRuns: 150 },
    );
  });

  it('stands as link beside its target, or alone when the target is missing', () => {
    fc.assert(
      fc.property(recording, fc.option(recording, { nil: undefined }), (link, target) => {
        const read = readBack(record(link).asLinkTo(target && record(target)));
        expect(said(read?.getLink())).toEqual(meant(link));
        expect(said(read?.getEvent())).toEqual(target && meant(target));
        expect(read?.getCommitPosition()).toBe(String(link.placing.position));
      }),
      { numRuns: 150 },
    );
  });

  it('is found again in a run of events without a mark between them', () => {
    fc.assert(
      fc.property(fc.array(recording, { maxLength: 8 }), (all) => {
        const wires = all.map((one) => record(one).wire);
        expect([...cutAnswers(Buffer.concat(wires))]).toEqual(wires);
      }),
      { numRuns: 50 },
    );
  });

  it('is refused when its bytes are cut off anywhere', () => {
    fc.assert(
      fc.property(recording, fc.double({ min: 0, max: 0.999, noNaN: true }), (one, part) => {
        const { wire } = record(one);
        const cut = wire.subarray(0, Math.floor(wire.length * part));
        expect(() => new RecordedEvent(cut).position).toThrow('damaged');
      }),
      { numRuns: 100 },
    );
  });
});
