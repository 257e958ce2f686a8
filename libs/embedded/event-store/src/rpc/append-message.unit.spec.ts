import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readAppendMessage } from './append-message.js';
import { partsOf } from './parse-proposed-event.js';
import { sharedPb, streamsPb } from './protocol.js';

const bytes = fc.uint8Array({ maxLength: 400, size: 'max' });
const proposal = fc.record({
  id: fc.uuid(),
  properties: fc.dictionary(fc.string(), fc.string({ unit: 'binary' }), { maxKeys: 4 }),
  type: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
  contentType: fc.option(fc.constantFrom('application/json', 'application/octet-stream'), { nil: undefined }),
  data: bytes,
  metadata: bytes,
});
type Proposal = typeof proposal extends fc.Arbitrary<infer T> ? T : never;

function message({ id, properties, type, contentType, data, metadata }: Proposal): InstanceType<typeof streamsPb.AppendReq> {
  const proposed = new streamsPb.AppendReq.ProposedMessage().setId(new sharedPb.UUID().setString(id)).setData(data).setCustomMetadata(metadata);
  const map = proposed.getMetadataMap();
  for (const [key, value] of Object.entries({ ...properties, ...(type === undefined ? {} : { type }), ...(contentType && { 'content-type': contentType }) })) map.set(key, value);
  return new streamsPb.AppendReq().setProposedMessage(proposed);
}

/** What the generated classes make of the bytes. */
function meant(wire: Uint8Array) {
  const read = streamsPb.AppendReq.deserializeBinary(wire);
  const proposed = read.getProposedMessage();
  return { options: read.getOptions()?.toObject(), proposed: proposed && partsOf(proposed) };
}
const said = (wire: Uint8Array) => {
  const { options, proposed } = readAppendMessage(Buffer.from(wire));
  return { options: options?.toObject(), proposed };
};
const outcomeOf = (read: () => unknown): unknown => {
  try {
    return read();
  } catch {
    return 'refused';
  }
};

describe('a message of a classic append', () => {
  it('says what the generated class says, whatever is proposed', () => {
    fc.assert(fc.property(proposal, (one) => {
      const wire = message(one).serializeBinary();
      expect(said(wire)).toEqual(meant(wire));
    }), { numRuns: 300 });
  });

  it('says where the append goes', () => {
    const options = new streamsPb.AppendReq.Options().setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from('note-1'))).setRevision('7');
    const wire = new streamsPb.AppendReq().setOptions(options).serializeBinary();
    expect(said(wire)).toEqual(meant(wire));
    expect(said(wire).options).toMatchObject({ revision: '7' });
  });

  it('takes forms in which no client known to us writes: an id in two numbers, fields in another order, fields given twice', () => {
    const structured = new sharedPb.UUID().setStructured(new sharedPb.UUID.Structured().setMostSignificantBits('1').setLeastSignificantBits('2'));
    const inNumbers = new streamsPb.AppendReq().setProposedMessage(new streamsPb.AppendReq.ProposedMessage().setId(structured)).serializeBinary();
    expect(said(inNumbers)).toEqual(meant(inNumbers));
    const data = [0x22, 1, 65];
    const id = [0x0a, 3, 0x12, 1, 66];
    for (const fields of [[...data, ...id], [...id, ...data, ...data], [...id, ...id], [...id, 0x2a, 1, 67]]) {
      const wire = Uint8Array.from([0x12, fields.length, ...fields]);
      expect(said(wire)).toEqual(meant(wire));
    }
  });

  it('treats bytes that were cut off or spoiled as the generated class does', () => {
    fc.assert(fc.property(proposal, fc.nat(), fc.nat({ max: 255 }), (one, where, byte) => {
      const wire = message(one).serializeBinary();
      const cut = wire.slice(0, where % wire.length);
      const spoiled = Uint8Array.from(wire, (each, index) => (index === where % wire.length ? byte : each));
      for (const each of [cut, spoiled]) expect(outcomeOf(() => said(each))).toEqual(outcomeOf(() => meant(each)));
    }), { numRuns: 500 });
  });
});
