import { randomUUID } from 'node:crypto';

import type { AppendToStreamOptions } from '@eventstore/db-client';
import { BACKWARDS, END, FORWARDS, jsonEvent, START, StreamDeletedError, StreamNotFoundError, streamNameFilter, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { connections } from './connections.js';
import type { Answer } from './model.js';
import { Model } from './model.js';
import { followAll } from './subscriber.js';
import { CLASSIC, freshStream, target } from './target.js';
import type { Failure } from './wire.js';
import type { Expected } from './wire-append.js';
import { deleteStream, tombstoneStream } from './wire-append.js';
import { readAllOf } from './wire-read.js';

const seed = Number(process.env['MASH_CONFORMANCE_SEED']);

/** What is expected, relative to where the stream stands when its turn comes. */
type Expecting = 'any' | 'no_stream' | 'stream_exists' | 'current' | 'behind' | 'ahead';

type Step =
  | { readonly do: 'append'; readonly stream: number; readonly expecting: Expecting; readonly by: number; readonly count: number; readonly classic: boolean }
  /** The ids that stand after a revision once more: whole, in part, or running on beyond. */
  | { readonly do: 'repeat'; readonly stream: number; readonly from: number; readonly count: number; readonly extra: boolean; readonly classic: boolean }
  | { readonly do: 'delete' | 'tombstone'; readonly stream: number; readonly expecting: Expecting; readonly by: number }
  | { readonly do: 'describe'; readonly stream: number; readonly maxCount: number | undefined; readonly truncateBefore: number | undefined }
  | { readonly do: 'read'; readonly stream: number; readonly from: number; readonly backwards: boolean; readonly count: number };

const stream = fc.nat(2);
const expecting = fc.constantFrom<Expecting>('any', 'no_stream', 'stream_exists', 'current', 'behind', 'ahead');
const by = fc.integer({ min: 1, max: 4 });
const steps: [number, fc.Arbitrary<Step>][] = [
  [8, fc.record({ do: fc.constant('append' as const), stream, expecting, by, count: fc.integer({ min: 1, max: 4 }), classic: fc.boolean() })],
  [4, fc.record({ do: fc.constant('repeat' as const), stream, from: fc.nat(6), count: fc.integer({ min: 1, max: 3 }), extra: fc.boolean(), classic: fc.boolean() })],
  [2, fc.record({ do: fc.constant('describe' as const), stream, maxCount: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }), truncateBefore: fc.option(fc.nat(8), { nil: undefined }) })],
  [6, fc.record({ do: fc.constant('read' as const), stream, from: fc.integer({ min: -1, max: 9 }), backwards: fc.boolean(), count: fc.integer({ min: 1, max: 6 }) })],
];
const removals: [number, fc.Arbitrary<Step>][] = [
  [3, fc.record({ do: fc.constant('delete' as const), stream, expecting, by })],
  [1, fc.record({ do: fc.constant('tombstone' as const), stream, expecting, by })],
];
const sequence = fc.array(
  fc.oneof(...[...steps, ...(target.deletes ? removals : [])].map(([weight, arbitrary]) => ({ weight, arbitrary }))),
  { minLength: 5, maxLength: 30, size: 'max' },
);

function removalOf(failure: Failure | undefined): Answer {
  if (failure === undefined) return { kind: 'removed' };
  switch (failure.trailers['exception']) {
    case 'stream-deleted':
      return { kind: 'deleted' };
    case 'wrong-expected-version':
      return { kind: 'wrong-version', current: Number(failure.trailers['actual-version'] || -1) };
    default:
      throw new Error(`A delete was answered ${failure.code}: ${failure.details}`);
  }
}

describe('sequences of calls', () => {
  const { wire, client } = connections();

  /** The server's answer in the model's words. */
  const answerOf = async (call: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await call();
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) {
        const { actualVersion } = error as { actualVersion?: bigint | 'no_stream' };
        return { kind: 'wrong-version', current: typeof actualVersion === 'bigint' ? Number(actualVersion) : -1 };
      }
      if (error instanceof StreamDeletedError) return { kind: 'deleted' };
      if (error instanceof StreamNotFoundError) return { kind: 'not-found' };
      throw error;
    }
  };

  const resolve = (model: Model, name: string, wanted: Expecting, away: number): Expected => {
    const last = model.last(name);
    switch (wanted) {
      case 'current':
        return last < 0 ? 'no_stream' : BigInt(last);
      case 'behind':
        return last - away < 0 ? 'no_stream' : BigInt(last - away);
      case 'ahead':
        return BigInt(last + away);
      case 'any':
      case 'no_stream':
      case 'stream_exists':
        return wanted;
    }
  };

  const append = (name: string, expectedRevision: Expected, ids: readonly string[], classic: boolean): Promise<Answer> =>
    answerOf(async () => {
      const options: AppendToStreamOptions = { ...(classic ? CLASSIC : {}), expectedRevision };
      const done = await client.appendToStream(name, ids.map((id) => jsonEvent({ id, type: 'ConcernReceived', data: {} })), options);
      return { kind: 'appended', revision: Number(done.nextExpectedRevision) };
    });

  const read = (name: string, from: number | 'end', backwards: boolean, count: number): Promise<Answer> =>
    answerOf(async () => {
      const events: string[] = [];
      const options = { fromRevision: from === 'end' ? END : from === 0 ? START : BigInt(from), direction: backwards ? BACKWARDS : FORWARDS, maxCount: count } as const;
      for await (const { event } of client.readStream(name, options)) events.push(`${event?.revision}:${event?.id}`);
      return { kind: 'read', events };
    });

  const take = async (step: Step, model: Model, names: readonly string[]): Promise<[Answer, Answer]> => {
    const name = names[step.stream] ?? '';
    switch (step.do) {
      case 'append': {
        const expected = resolve(model, name, step.expecting, step.by);
        const ids = Array.from({ length: step.count }, () => randomUUID());
        return [model.append(name, expected, ids), await append(name, expected, ids, step.classic)];
      }
      case 'repeat': {
        // At the current revision a repetition is a new append; there the ids are new to the model's stream too.
        const ids = [...model.standing(name, step.from, step.count), ...(step.extra ? [randomUUID()] : [])];
        if (ids.length === 0) ids.push(randomUUID());
        const expected = step.from === 0 ? 'no_stream' : BigInt(step.from - 1);
        return [model.append(name, expected, ids), await append(name, expected, ids, step.classic)];
      }
      case 'delete':
      case 'tombstone': {
        // Below the client, which cannot send "stream exists" here.
        const expectedRevision = resolve(model, name, step.expecting, step.by);
        const soft = step.do === 'delete';
        const { failure } = await (soft ? deleteStream(wire, name, expectedRevision) : tombstoneStream(wire, name, expectedRevision));
        return [soft ? model.softDelete(name, expectedRevision) : model.tombstone(name, expectedRevision), removalOf(failure)];
      }
      case 'describe': {
        const rules = {
          ...(step.maxCount === undefined ? {} : { maxCount: step.maxCount }),
          ...(step.truncateBefore === undefined ? {} : { truncateBefore: step.truncateBefore }),
        };
        const found = await answerOf(async () => {
          await client.setStreamMetadata(name, rules);
          return { kind: 'removed' };
        });
        return [model.describe(name, rules), found];
      }
      case 'read': {
        const from = step.from < 0 ? 'end' : step.from;
        return [model.read(name, from, step.backwards, step.count), await read(name, from, step.backwards, step.count)];
      }
    }
  };

  it('S.1 agree with the model, step by step, and so does the whole log afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (chosen) => {
        const model = new Model();
        const prefix = freshStream('model');
        const names = [0, 1, 2].map((n) => `${prefix}-${n}`);
        const begin = (await client.appendToStream(`${prefix}-begin`, jsonEvent({ type: 'Begun', data: {} }))).position ?? { commit: 0n, prepare: 0n };
        for (const step of chosen) {
          const [expected, found] = await take(step, model, names);
          expect({ step, answer: found }).toEqual({ step, answer: expected });
        }
        for (const name of names) expect(await read(name, 0, false, 1_000)).toEqual(model.read(name, 0, false, 1_000));
        const { events } = await readAllOf(wire, { from: begin.commit, filter: { on: 'stream', prefixes: names } });
        const appended = events.filter((event) => event.getMetadataMap().get('type') === 'ConcernReceived');
        expect(appended.map((event) => event.getId()?.getString())).toEqual(model.log);
      }),
      { numRuns: 60, seed, endOnFailure: true, interruptAfterTimeLimit: 8_000, markInterruptAsFailure: false },
    );
  }, 60_000);

  it('S.2 by many writers at once leave one unbroken order that readers and subscribers see alike', async () => {
    const prefix = freshStream('writers');
    const begin = (await client.appendToStream(`${prefix}-begin`, jsonEvent({ type: 'Begun', data: {} }))).position ?? { commit: 0n, prepare: 0n };
    const live = followAll(client, begin, streamNameFilter({ prefixes: [`${prefix}-w`] }));
    const random = fc.sample(fc.array(fc.record({ stream: fc.nat(3), count: fc.integer({ min: 1, max: 5 }), classic: fc.boolean() }), { minLength: 40, maxLength: 40 }), { seed, numRuns: 4 });
    const answered: { id: string; stream: string; revision: number }[] = [];
    const worker = async (jobs: (typeof random)[number]): Promise<void> => {
      for (const { stream: which, count, classic } of jobs) {
        const name = `${prefix}-w${which}`;
        const ids = Array.from({ length: count }, () => randomUUID());
        const done = await append(name, 'any', ids, classic);
        if (done.kind !== 'appended') throw new Error(`An append at "any" was answered ${done.kind}.`);
        ids.forEach((id, index) => answered.push({ id, stream: name, revision: done.revision - count + 1 + index }));
      }
    };
    await Promise.all(random.map(worker));
    await live.until(() => live.ids.length >= answered.length);
    const { events } = await readAllOf(wire, { from: begin.commit, filter: { on: 'stream', prefixes: [`${prefix}-w`] } });
    const order = events.map((event) => event.getId()?.getString() ?? '');
    expect(live.ids).toEqual(order);
    expect([...order].sort()).toEqual(answered.map(({ id }) => id).sort());
    const place = new Map(order.map((id, index) => [id, index]));
    for (const name of new Set(answered.map((each) => each.stream))) {
      const mine = answered.filter((each) => each.stream === name).sort((a, b) => a.revision - b.revision);
      expect(mine.map(({ revision }) => revision)).toEqual(mine.map((_, index) => index));
      const places = mine.map(({ id }) => place.get(id) ?? -1);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(await read(name, 0, false, 10_000)).toEqual({ kind: 'read', events: mine.map(({ id, revision }) => `${revision}:${id}`) });
    }
    await live.close();
  }, 60_000);
});
