import { beforeEach, describe, expect, it } from '@jest/globals';

import type { StreamHead } from '../storage/event-reader.js';
import { NO_HEAD } from '../storage/event-reader.js';
import { parseStreamMetadata, SOFT_DELETED } from './stream-metadata.js';
import { StreamStates } from './stream-states.js';

const MESSAGE_BYTES = 1_000_000;

/** A document as an append brings it: a view of the message in which it came. */
function documentIn(message: Buffer, truncateBefore: string): Partial<StreamHead> {
  const length = message.write(`{"$tb":${truncateBefore},"own":"${'x'.repeat(message.length - 64)}"}`);
  const metadataDocument = message.subarray(0, length);
  return { lastMetadataRevision: 0, metadata: parseStreamMetadata(metadataDocument), metadataDocument };
}

describe('what is known of the streams', () => {
  let states: StreamStates;

  beforeEach(() => {
    states = new StreamStates({ heads: (names) => Promise.resolve(new Map(names.map((name) => [name, NO_HEAD]))) });
  });

  it('holds no metadata document but that of a hidden stream, and none of the message in which it came', async () => {
    await states.load(['enquiry-1', 'enquiry-2']);
    const message = Buffer.alloc(MESSAGE_BYTES);
    states.update('enquiry-1', documentIn(message, '5'));
    expect(states.get('enquiry-1')).toMatchObject({ metadata: { truncateBefore: 5 }, metadataDocument: undefined });
    const hidden = documentIn(message, SOFT_DELETED);
    states.update('enquiry-2', hidden);
    const kept = states.get('enquiry-2').metadataDocument;
    expect(kept?.equals(hidden.metadataDocument ?? Buffer.alloc(0))).toBe(true);
    expect(kept?.buffer).not.toBe(message.buffer);
  });

  it('is bounded by the size of those documents, and what is dropped is loaded again', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `enquiry-${n}`);
    await states.load(names);
    for (const name of names) {
      states.update(name, documentIn(Buffer.alloc(MESSAGE_BYTES), SOFT_DELETED));
      states.update(name, { last: 7 });
      states.trim();
    }
    const held = names.reduce((bytes, name) => bytes + (states.get(name).metadataDocument?.length ?? 0), 0);
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThanOrEqual(16 * 1024 * 1024);
    expect(states.get('enquiry-0')).toBe(NO_HEAD);
    expect(states.get('enquiry-39').last).toBe(7);
  });
});
