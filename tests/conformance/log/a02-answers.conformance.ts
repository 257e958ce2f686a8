import { jsonEvent, UnknownError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { CLASSIC, connect, control, freshStream, itSecured, itWhen, itWithControl, itWithDeletes, target } from './target.js';
import { headers, sharedPb, Wire } from './wire.js';
import type { Expected } from './wire-append.js';
import { BatchCall, batchAppend, classicAppend, deleteStream, detailOf, tombstoneStream } from './wire-append.js';

const NOBODY = { username: 'nobody', password: 'wrong' };
const itGuarded = itWhen(target.guarded !== undefined, 'needs a server that refuses deletes');

describe('the form of an answer', () => {
  const { wire } = connections();

  const existing = async (count: number): Promise<string> => {
    const stream = freshStream();
    await classicAppend(wire, stream, 'any', Array.from({ length: count }, () => ({})));
    return stream;
  };
  const tombstoned = async (): Promise<string> => {
    const stream = await existing(1);
    await tombstoneStream(wire, stream, 'any');
    return stream;
  };

  describe('to a wrong version', () => {
    const wrongAppend = async (stream: string, expected: Expected) => {
      const { answer, failure } = await classicAppend(wire, stream, expected, [{}]);
      expect(failure).toBeUndefined();
      expect(answer?.hasSuccess()).toBe(false);
      const wrong = answer?.getWrongExpectedVersion();
      if (wrong === undefined) throw new Error('The answer is no wrong version.');
      return wrong;
    };

    it('A2.7 of Append is a successful call that holds current and expected revision in both generations of fields', async () => {
      const wrong = await wrongAppend(await existing(3), 7n);
      expect(wrong.getCurrentRevision2060()).toBe(2);
      expect(wrong.getCurrentRevision()).toBe('2');
      expect(wrong.getExpectedRevision2060()).toBe(7);
      expect(wrong.getExpectedRevision()).toBe('7');
    });

    it('A2.7 of Append says in both generations that there is no stream', async () => {
      const wrong = await wrongAppend(freshStream(), 7n);
      expect(wrong.hasNoStream2060()).toBe(true);
      expect(wrong.hasCurrentNoStream()).toBe(true);
      expect(wrong.hasCurrentRevision()).toBe(false);
    });

    it('A2.7 of Append echoes "stream exists" in both generations', async () => {
      const wrong = await wrongAppend(freshStream(), 'stream_exists');
      expect(wrong.hasStreamExists2060()).toBe(true);
      expect(wrong.hasExpectedStreamExists()).toBe(true);
    });

    it('A2.7 of Append echoes "no stream", in the older field as the revision 2^64-1', async () => {
      const wrong = await wrongAppend(await existing(1), 'no_stream');
      expect(wrong.hasExpectedNoStream()).toBe(true);
      expect(wrong.hasExpectedRevision2060()).toBe(true);
      // The generated getter rounds to a double.
      expect(wrong.getExpectedRevision2060()).toBe(2 ** 64);
    });

    it('A2.8 of BatchAppend is ALREADY_EXISTS with a typed detail, and the stream and expectation are echoed', async () => {
      const stream = await existing(3);
      const answer = await batchAppend(wire, stream, 7n, [{}]);
      expect(answer.hasSuccess()).toBe(false);
      expect(answer.getError()?.getCode()).toBe(status.ALREADY_EXISTS);
      expect(answer.getError()?.getMessage()).toBe('WrongExpectedVersion');
      const { type, value } = detailOf(answer);
      expect(type).toBe('type.googleapis.com/event_store.client.WrongExpectedVersion');
      const wrong = sharedPb.WrongExpectedVersion.deserializeBinary(value);
      expect(wrong.getCurrentStreamRevision()).toBe('2');
      expect(wrong.getExpectedStreamPosition()).toBe('7');
      expect(Buffer.from(answer.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
      expect(answer.getStreamPosition()).toBe('7');
    });

    it.each([
      ['no_stream', 1, (wrong: WrongVersion) => wrong.hasExpectedNoStream() && wrong.getCurrentStreamRevision() === '0'],
      ['stream_exists', 0, (wrong: WrongVersion) => wrong.hasExpectedStreamExists() && wrong.hasCurrentNoStream()],
    ] as const)('A2.8 of BatchAppend names %s and what is there', async (expected, count, fits) => {
      const stream = count === 0 ? freshStream() : await existing(count);
      const answer = await batchAppend(wire, stream, expected, [{}]);
      expect(fits(sharedPb.WrongExpectedVersion.deserializeBinary(detailOf(answer).value))).toBe(true);
    });

    const REMOVALS = [['Delete', deleteStream], ['Tombstone', tombstoneStream]] as const;
    const CASES = [['7', 7n, 2, '1'], ['-1', 'no_stream', 1, '0'], ['-4', 'stream_exists', 0, '']] as const;
    for (const [name, remove] of REMOVALS) {
      for (const [code, expected, count, actual] of CASES) {
        itWithDeletes(`A2.9 of ${name} is FAILED_PRECONDITION and names ${expected} as ${code} in its trailers`, async () => {
          const stream = count === 0 ? freshStream() : await existing(count);
          const { failure } = await remove(wire, stream, expected);
          expect(failure?.code).toBe(status.FAILED_PRECONDITION);
          expect(failure?.trailers).toMatchObject({ exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': code });
          // An empty value may be left out.
          const found = failure?.trailers['actual-version'] ?? '';
          expect(count === 0 ? ['', '-1'] : [actual]).toContain(found);
        });
      }
    }

    itWithDeletes('A2.9 of Delete names "any" as -2 where there is nothing to delete', async () => {
      const { failure } = await deleteStream(wire, freshStream(), 'any');
      expect(failure?.trailers).toMatchObject({ exception: 'wrong-expected-version', 'expected-version': '-2' });
    });
  });

  describe('to a tombstoned stream', () => {
    itWithDeletes('A2.10 of Append is FAILED_PRECONDITION with the trailer stream-deleted', async () => {
      const stream = await tombstoned();
      const { failure } = await classicAppend(wire, stream, 'any', [{}]);
      expect(failure?.code).toBe(status.FAILED_PRECONDITION);
      expect(failure?.trailers).toMatchObject({ exception: 'stream-deleted', 'stream-name': stream });
    });

    itWithDeletes('A2.10 of BatchAppend is NOT_FOUND with a typed detail that names the stream', async () => {
      const stream = await tombstoned();
      const answer = await batchAppend(wire, stream, 'any', [{}]);
      expect(answer.getError()?.getCode()).toBe(status.NOT_FOUND);
      const { type, value } = detailOf(answer);
      expect(type).toBe('type.googleapis.com/event_store.client.StreamDeleted');
      const named = sharedPb.StreamDeleted.deserializeBinary(value).getStreamIdentifier()?.getStreamName_asU8();
      expect(Buffer.from(named ?? []).toString()).toBe(stream);
    });

    for (const [name, remove] of [['Delete', deleteStream], ['Tombstone', tombstoneStream]] as const) {
      itWithDeletes(`A2.10 of ${name} is FAILED_PRECONDITION with the trailer stream-deleted`, async () => {
        const stream = await tombstoned();
        const { failure } = await remove(wire, stream, 'any');
        expect(failure?.code).toBe(status.FAILED_PRECONDITION);
        expect(failure?.trailers).toMatchObject({ exception: 'stream-deleted', 'stream-name': stream });
      });
    }
  });

  describe('to somebody who may not', () => {
    itGuarded('A2.11 of Delete and Tombstone is PERMISSION_DENIED with the trailer access-denied, and the stream stays', async () => {
      const guarded = new Wire(target.guarded);
      const stream = freshStream();
      await classicAppend(guarded, stream, 'any', [{}]);
      for (const remove of [deleteStream, tombstoneStream]) {
        const { failure } = await remove(guarded, stream, 'any');
        expect(failure?.code).toBe(status.PERMISSION_DENIED);
        expect(failure?.trailers['exception']).toBe('access-denied');
      }
      expect((await classicAppend(guarded, stream, 0n, [{}])).answer?.getSuccess()?.getCurrentRevision()).toBe('1');
      guarded.close();
    });

    itSecured('A2.11 of Append is PERMISSION_DENIED or UNAUTHENTICATED, and never a success', async () => {
      const { answer, failure } = await classicAppend(wire, freshStream(), 'any', [{}], headers(NOBODY));
      expect(answer).toBeUndefined();
      expect([status.PERMISSION_DENIED, status.UNAUTHENTICATED]).toContain(failure?.code);
    });

    itSecured('A2.11 of BatchAppend is a refusal of the call or an error of its own, and never a success', async () => {
      const batch = new BatchCall(wire, headers(NOBODY));
      const id = '5d7b2ef3-7a0c-4c0e-9d51-3f6f64ac9d01';
      batch.send({ id, stream: freshStream(), events: [{}] });
      const answer = await batch.answerTo(id).catch(() => undefined);
      batch.close();
      if (answer === undefined) expect([status.PERMISSION_DENIED, status.UNAUTHENTICATED]).toContain(batch.failure?.code);
      else expect(answer.getError()?.getCode()).toBe(status.PERMISSION_DENIED);
    }, 30_000);
  });

  describe('to an append that could not be committed in time', () => {
    afterEach(() => (target.control === undefined ? undefined : control('release')));

    itWithControl('A2.12 A14.2 of every call says so: ABORTED, or DEADLINE_EXCEEDED with a typed detail', async () => {
      const known = await existing(1);
      await control('stall');
      const [classic, batch, removal] = await Promise.all([
        classicAppend(wire, freshStream(), 'any', [{}]),
        batchAppend(wire, freshStream(), 'any', [{}]),
        tombstoneStream(wire, known, 'any'),
      ]);
      for (const { answer, failure } of [classic, removal]) {
        expect(answer).toBeUndefined();
        expect(failure?.code).toBe(status.ABORTED);
        expect(failure?.details).toMatch(/^Operation timed out/);
      }
      expect(batch.getError()?.getCode()).toBe(status.DEADLINE_EXCEEDED);
      expect(batch.getError()?.getMessage()).toBe('Timeout');
      expect(detailOf(batch).type).toBe('type.googleapis.com/event_store.client.Timeout');
      await control('release');
    });

    itWithControl('A10.7 comes within the server\'s own time limit, although an hour was asked for', async () => {
      await control('stall');
      const answer = await batchAppend(wire, freshStream(), 'any', [{}], { deadline: Date.now() + 3_600_000 });
      expect(answer.getError()?.getMessage()).toBe('Timeout');
      await control('release');
    });

    itWithControl('A10.4 A14.2 reaches the client as a timeout, after which the same append settles what happened', async () => {
      const client = connect();
      const stream = freshStream();
      const event = jsonEvent({ type: 'ConcernReceived', data: {} });
      await control('stall');
      const batch = client.appendToStream(stream, event, { expectedRevision: 'no_stream' });
      const classic = client.appendToStream(freshStream(), event, CLASSIC);
      await Promise.all([
        expect(batch).rejects.toMatchObject({ type: 'deadline-exceeded' }),
        expect(classic).rejects.toMatchObject({ type: 'timeout' }),
      ]);
      await control('release');
      const again = await client.appendToStream(stream, event, { expectedRevision: 'no_stream' });
      expect(again.nextExpectedRevision).toBe(0n);
      const next = await client.appendToStream(stream, jsonEvent({ type: 'ConcernReceived', data: {} }), { expectedRevision: 0n });
      expect(next.nextExpectedRevision).toBe(1n);
      await client.dispose();
    });
  });

  it('A2.13 to a refused batch append holds its detail as one message', async () => {
    const answer = await batchAppend(wire, freshStream(), 'stream_exists', [{}]);
    const bytes = answer.getError()?.serializeBinary() ?? new Uint8Array(0);
    expect(detailOf(answer).value.length).toBeGreaterThan(0);
    // Read back by the definition in which the field is single: nothing is lost.
    expect(bytes.length).toBeGreaterThan(detailOf(answer).value.length);
    expect(answer.getError()?.toObject().details).not.toBeInstanceOf(Array);
  });

  it('A2.14 to a success holds revision and position, in both calls', async () => {
    const stream = freshStream();
    const classic = (await classicAppend(wire, stream, 'no_stream', [{}, {}])).answer?.getSuccess();
    expect(classic?.hasCurrentRevision()).toBe(true);
    expect(classic?.getCurrentRevision()).toBe('1');
    expect(classic?.hasPosition()).toBe(true);
    expect(BigInt(classic?.getPosition()?.getCommitPosition() ?? 0)).toBeGreaterThan(0n);
    const batch = (await batchAppend(wire, stream, 1n, [{}])).getSuccess();
    expect(batch?.getCurrentRevision()).toBe('2');
    expect(BigInt(batch?.getPosition()?.getCommitPosition() ?? 0)).toBeGreaterThan(BigInt(classic?.getPosition()?.getCommitPosition() ?? 0));
  });

  it('A2.14 to an empty append of a new stream says "no stream" and "no position", in both calls', async () => {
    const classic = (await classicAppend(wire, freshStream(), 'any', [])).answer?.getSuccess();
    expect(classic?.hasNoStream()).toBe(true);
    expect(classic?.hasNoPosition()).toBe(true);
    const batch = (await batchAppend(wire, freshStream(), 'any', [])).getSuccess();
    expect(batch?.hasNoStream()).toBe(true);
    expect(batch?.hasNoPosition()).toBe(true);
  });

  itWithDeletes('A2.14 to a delete and a tombstone holds a position', async () => {
    const removed = (await deleteStream(wire, await existing(1), 'any')).answer;
    expect(BigInt(removed?.getPosition()?.getCommitPosition() ?? 0)).toBeGreaterThan(0n);
    const entombed = (await tombstoneStream(wire, await existing(1), 'any')).answer;
    expect(BigInt(entombed?.getPosition()?.getCommitPosition() ?? 0)).toBeGreaterThan(0n);
  });

  it('A2.15 to an invalid argument is an error of no particular kind in the client', async () => {
    const client = connect();
    const refused = await client.appendToStream(freshStream(), jsonEvent({ type: '', data: {} }), CLASSIC).catch((error: unknown) => error);
    await client.dispose();
    expect(refused).toBeInstanceOf(UnknownError);
    expect(refused).toMatchObject({ code: status.INVALID_ARGUMENT });
  });
});

type WrongVersion = InstanceType<typeof sharedPb.WrongExpectedVersion>;
