import { randomUUID } from 'node:crypto';

import type { AppendToStreamOptions } from '@eventstore/db-client';
import { jsonEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { CLASSIC, control, eventually, freshStream, itUnforgetful, itWhen, itWithControl, target } from './target.js';
import type { Expected } from './wire-append.js';

const PATHS: readonly [string, Partial<AppendToStreamOptions>][] = [
  ['batch call', {}],
  ['classic call', CLASSIC],
];

describe.each(PATHS)('an append that was made before, through the %s', (_name, path) => {
  const { client } = connections();

  const event = (id: string, n = 0) => jsonEvent({ id, type: 'ConcernReceived', data: { n } });
  const newIds = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
  const append = (stream: string, expectedRevision: Expected, ids: readonly string[], n = 0) =>
    client.appendToStream(stream, ids.map((id) => event(id, n)), { ...path, expectedRevision });
  const idsOf = async (stream: string): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { event: found } of client.readStream(stream)) ids.push(found?.id ?? '');
    return ids;
  };

  it('A3.1 is known by its ids, although its contents differ', async () => {
    const stream = freshStream();
    const ids = newIds(2);
    const first = await append(stream, 'no_stream', ids, 1);
    expect(await append(stream, 'no_stream', ids, 2)).toEqual(first);
    const contents: unknown[] = [];
    for await (const { event: found } of client.readStream(stream)) contents.push(found?.data);
    expect(contents).toEqual([{ n: 1 }, { n: 1 }]);
  });

  itUnforgetful('A3.2 is a wrong version at "any" when only a part of it was made', async () => {
    const stream = freshStream();
    const ids = newIds(2);
    await append(stream, 'any', ids);
    await expect(append(stream, 'any', [...ids, randomUUID()])).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(await idsOf(stream)).toEqual(ids);
  });

  itUnforgetful('A3.2 is answered at "any" with the first result, however far the stream has gone on', async () => {
    const stream = freshStream();
    const ids = newIds(2);
    const first = await append(stream, 'any', ids);
    await append(stream, 'any', newIds(3));
    expect(await append(stream, 'any', ids)).toEqual(first);
    expect(await idsOf(stream)).toHaveLength(5);
  });

  itWithControl('A3.3 is written again at "any" after a restart', async () => {
    const stream = freshStream();
    const ids = newIds(1);
    await append(stream, 'any', ids);
    await control('restart');
    const again = await eventually(() => append(stream, 'any', ids));
    expect(again.nextExpectedRevision).toBe(1n);
    expect(await idsOf(stream)).toEqual([...ids, ...ids]);
  });

  it('A3.4 is written again at "any" when another stream has taken its ids since', async () => {
    const [first, second, ids] = [freshStream(), freshStream(), newIds(1)];
    await append(first, 'any', ids);
    expect((await append(second, 'any', ids)).nextExpectedRevision).toBe(0n);
    expect((await append(first, 'any', ids)).nextExpectedRevision).toBe(1n);
  });

  itWithControl('A3.5 is known at an exact revision and at "no stream" after a restart too', async () => {
    const stream = freshStream();
    const [begun, gone] = [newIds(2), newIds(2)];
    const first = await append(stream, 'no_stream', begun);
    const second = await append(stream, 1n, gone);
    await control('restart');
    expect(await eventually(() => append(stream, 'no_stream', begun))).toEqual(first);
    expect(await append(stream, 1n, gone)).toEqual(second);
    expect(await idsOf(stream)).toEqual([...begun, ...gone]);
  });

  it('A3.5 is known at an exact revision however often it is repeated at once', async () => {
    const stream = freshStream();
    await append(stream, 'no_stream', newIds(1));
    const ids = newIds(3);
    const results = await Promise.all(Array.from({ length: 10 }, () => append(stream, 0n, ids)));
    for (const result of results) expect(result).toEqual(results[0]);
    expect(await idsOf(stream)).toHaveLength(4);
  });

  it('A3.6 is written again at the current revision', async () => {
    const stream = freshStream();
    const ids = newIds(1);
    await append(stream, 'no_stream', ids);
    expect((await append(stream, 0n, ids)).nextExpectedRevision).toBe(1n);
    expect(await idsOf(stream)).toEqual([...ids, ...ids]);
  });

  it.each([
    ['more than was made', (ids: string[]) => [...ids, randomUUID()]],
    ['another end', (ids: string[]) => [...ids.slice(0, -1), randomUUID()]],
    ['another beginning', (ids: string[]) => [randomUUID(), ...ids.slice(1)]],
    ['another order', (ids: string[]) => [...ids].reverse()],
  ])('A3.7 is a wrong version with %s', async (_case, change) => {
    const stream = freshStream();
    const ids = newIds(3);
    await append(stream, 'no_stream', ids);
    await expect(append(stream, 'no_stream', change(ids))).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(await idsOf(stream)).toEqual(ids);
  });

  it('A3.8 is answered with the revision and position of its own last event, not of the stream', async () => {
    const stream = freshStream();
    const ids = newIds(2);
    const first = await append(stream, 'no_stream', ids);
    await append(stream, 1n, newIds(5));
    const again = await append(stream, 'no_stream', ids);
    expect(again.nextExpectedRevision).toBe(1n);
    expect(again.position).toEqual(first.position);
  });

  it('A3.8 is answered as a success when its beginning alone is repeated', async () => {
    const stream = freshStream();
    const ids = newIds(3);
    await append(stream, 'no_stream', ids);
    expect((await append(stream, 'no_stream', ids.slice(0, 2))).nextExpectedRevision).toBe(1n);
    expect(await idsOf(stream)).toEqual(ids);
  });

  it('A3.9 is not taken for one when it holds an id several times', async () => {
    const stream = freshStream();
    const [id = ''] = newIds(1);
    const six = [id, id, id, id, id, id];
    expect((await append(stream, 'any', six)).nextExpectedRevision).toBe(5n);
    expect(await idsOf(stream)).toEqual(six);
  });

  itWhen(target.manners === true, 'only with production manners')('A3.11 is written again at "any" now and then', async () => {
    const stream = freshStream();
    // One append in about 64 forgets: six hundred without one would be a fault.
    for (let tries = 0; tries < 600; tries += 1) {
      const ids = newIds(1);
      const first = await append(stream, 'any', ids);
      if ((await append(stream, 'any', ids)).nextExpectedRevision !== first.nextExpectedRevision) return;
    }
    throw new Error('Six hundred appends were repeated and none was written again.');
  });
});
