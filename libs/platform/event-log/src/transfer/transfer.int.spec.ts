import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asAdmin, createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';
import { isCarried } from './carried.js';
import { carry } from './carry.js';
import { CheckpointFile } from './checkpoint-file.js';
import { EventsDiffer, TransferRefused } from './errors.js';
import { eventsIn } from './log-file-reading.js';
import { LogFileWriter } from './log-file.js';
import { prove } from './proof.js';
import type { RawEvent, RecordedRawEvent } from './raw-event.js';
import { RawLog } from './raw-log.js';
import { fileSource, serverSource } from './sources.js';
import { verifyLog } from './verify.js';

type Store = Awaited<ReturnType<ThrowawayLog['start']>>;

const oddities = [
  '{ "white" : "space" }\n', '{"a":1,"a":2}', '{"n":9007199254740993}', '{"n":1.0e3}', '{"b":1,"2":2,"1":1}', '{"ort":"Ynys Môn, 村"}', 'null', '"text"', '{"a":"\u2028"}',
];
const event = (stream: string, revision: number, data: string | Buffer = `{"n":${revision}}`, isJson = true): RawEvent => ({
  stream, revision: BigInt(revision), id: randomUUID(), type: isJson ? 'Noted' : 'Scanned', isJson,
  data: Buffer.from(data), metadata: Buffer.from(`{ "schema":1,"at":${revision} }`),
});

/** Fills a server: odd JSON, bytes, an event without metadata, streams that take turns, and metadata of streams. */
async function fill(log: RawLog): Promise<void> {
  for (const [revision, text] of oddities.entries()) await log.append([event('enquiry-odd', revision, text)]);
  await log.append([event('scan-1', 0, Buffer.from([0, 255, 10, 13, 128]), false), event('scan-1', 1, Buffer.alloc(0), false)]);
  await log.append([{ ...event('note-1', 0), metadata: Buffer.alloc(0) }]);
  for (let turn = 0; turn < 12; turn += 1) {
    for (const stream of ['person-1', 'person-2', 'request-1']) await log.append([event(stream, turn)]);
  }
  await log.append(Array.from({ length: 300 }, (_, revision) => event('reads-1', revision)) as [RawEvent, ...RawEvent[]]);
}

const allOf = async (log: RawLog): Promise<RecordedRawEvent[]> => {
  const events: RecordedRawEvent[] = [];
  for await (const each of log.all()) if (isCarried(each.stream)) events.push(each);
  return events;
};
/** Everything that must be the same on both, in the whole log's order. */
const lasting = (events: readonly RecordedRawEvent[]): unknown[] => events.map(({ stream, revision, id, type, isJson, data, metadata }) =>
  [stream, revision, id, type, isJson, data.toString('latin1'), metadata.toString('latin1')]);

describe('carrying a log to another server', () => {
  let origin: ThrowawayLog;
  let store: Store;
  let source: RawLog;
  let folder: string;
  let target: { database: ThrowawayLog; store: Store; log: RawLog };

  beforeAll(async () => {
    origin = await createThrowawayLog();
    store = await origin.start({ manners: true });
    source = new RawLog({ url: store.connectionString });
    await fill(source);
    const client = EventStoreDBClient.connectionString(store.connectionString);
    await client.setStreamMetadata('reads-1', { maxCount: 100, keptBy: 'Wexcombe' });
    await client.dispose();
    folder = await mkdtemp(join(tmpdir(), 'mash-transfer-'));
  });
  afterEach(async () => {
    await target.log.close();
    await target.store.stop();
    await target.database.drop();
  });
  afterAll(async () => {
    await source.close();
    await store.stop();
    await origin.drop();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    const database = await createThrowawayLog();
    const its = await database.start({ manners: false });
    const log = new RawLog({ url: its.connectionString });
    target = { database, store: its, log };
  });

  const everything = async () => serverSource(source, (await source.head())?.position ?? 0n);
  const checkpoint = (): CheckpointFile => new CheckpointFile(join(folder, randomUUID()));
  const proof = async () => prove(await everything(), target.log.all(), false);

  it('keeps every byte, every id, every revision and the order across streams, with the metadata of streams', async () => {
    const done = await carry({ source: await everything(), target: target.log, checkpoint: checkpoint() });
    const [before, after] = [await allOf(source), await allOf(target.log)];
    expect(done).toMatchObject({ appended: before.length, inPlace: 0, whole: true });
    expect(lasting(after)).toEqual(lasting(before));
    expect(after.map((each) => each.stream)).toContain('$$reads-1');
    expect(after.map((each) => each.position)).not.toEqual(before.map((each) => each.position));
    expect(await proof()).toMatchObject({ events: before.length, differences: [], beyond: 0 });
  });

  it('comes to the same when it was stopped, with a late checkpoint, an early one or none', async () => {
    for (const stopAfter of [1, 20, 40]) {
      const at = checkpoint();
      const stop = new AbortController();
      let batches = 0;
      const stopping = { source: await everything(), target: target.log, checkpoint: at, signal: stop.signal, onProgress: () => void (++batches === stopAfter && stop.abort()) };
      expect(await carry(stopping)).toMatchObject({ whole: false });
      await carry({ source: await everything(), target: target.log, checkpoint: checkpoint() });
      await carry({ source: await everything(), target: target.log, checkpoint: at });
    }
    expect(lasting(await allOf(target.log))).toEqual(lasting(await allOf(source)));
  });

  it('finds events in place that were appended in other batches', async () => {
    const reads = (await allOf(source)).filter((each) => each.stream === 'reads-1');
    await target.log.append(reads.slice(0, 7) as unknown as [RawEvent, ...RawEvent[]]);
    const done = await carry({ source: await everything(), target: target.log, checkpoint: checkpoint() });
    expect(done.inPlace).toBe(7);
    expect(await proof()).toMatchObject({ differences: [] });
  });

  it('refuses a target that holds something else where an event belongs, and changes nothing in that stream', async () => {
    await target.log.append([event('person-2', 0)]);
    await expect(carry({ source: await everything(), target: target.log, checkpoint: checkpoint() })).rejects.toThrow(/another event at revision 0 of person-2: the event id differs/);
    expect(await target.log.stream('person-2')).toHaveLength(1);
  });

  it('refuses a target whose event has the same id and other bytes', async () => {
    const first = (await source.stream('person-2', 0n, 1))[0];
    if (first === undefined) throw new Error('the source is empty');
    await target.log.append([{ ...first, data: Buffer.from('{"n":1}') }]);
    await expect(carry({ source: await everything(), target: target.log, checkpoint: checkpoint() })).rejects.toThrow(EventsDiffer);
  });

  it('refuses a checkpoint that belongs to another log', async () => {
    const at = checkpoint();
    await at.note({ stream: 'person-9', revision: 3n, id: randomUUID() });
    await expect(carry({ source: await everything(), target: target.log, checkpoint: at })).rejects.toThrow('belongs to another target');
    await writeFile(at.path, 'half');
    await expect(carry({ source: await everything(), target: target.log, checkpoint: at })).rejects.toThrow('is not a checkpoint');
  });

  it('refuses a checkpoint of an event that was never there, also where metadata could hide it', async () => {
    await carry({ source: await everything(), target: target.log, checkpoint: checkpoint() });
    const at = checkpoint();
    await at.note({ stream: 'reads-1', revision: 3n, id: randomUUID() });
    await expect(carry({ source: await everything(), target: target.log, checkpoint: at })).rejects.toThrow('belongs to another target');
  });

  it('goes on from a checkpoint that names an event which metadata hides by now', async () => {
    const [first, second] = [event('$$person-1', 0, '{"maxCount":5}'), event('$$person-1', 1, '{"maxCount":6}')];
    await target.log.append([{ ...first, type: '$metadata' }]);
    await target.log.append([{ ...second, type: '$metadata' }]);
    const at = checkpoint();
    await at.note(first);
    const rest = { name: 'rest', progress: () => 1, events: async function* () { yield { ...second, type: '$metadata' }; } };
    expect(await carry({ source: rest, target: target.log, checkpoint: at })).toMatchObject({ appended: 0, inPlace: 1, whole: true });
  });

  it('appends nothing when no checkpoint can be written', async () => {
    const at = new CheckpointFile(join(folder, 'no such folder', 'checkpoint'));
    await expect(carry({ source: await everything(), target: target.log, checkpoint: at })).rejects.toThrow(/cannot be written \(ENOENT\).*--checkpoint FILE/);
    expect(await allOf(target.log)).toHaveLength(0);
  });

  it('refuses a source that has lost the beginning of a stream', async () => {
    const torn = { name: 'torn', progress: () => 1, events: async function* () { yield event('person-3', 4); } };
    await expect(carry({ source: torn, target: target.log, checkpoint: checkpoint() })).rejects.toThrow(/holds person-3 up to revision -1; the next to append is 4/);
  });

  it('proves nothing that is not so: one byte other in the target, and one event too many', async () => {
    const falsified = await everything();
    const other = async function* (events: AsyncIterable<RawEvent>): AsyncGenerator<RawEvent> {
      for await (const each of events) yield each.stream === 'person-1' && each.revision === 7n ? { ...each, data: Buffer.from('{"n":8}') } : each;
    };
    await carry({ source: { ...falsified, events: (after) => other(falsified.events(after)) }, target: target.log, checkpoint: checkpoint() });
    await target.log.append([event('person-2', 12)]);
    const { differences, beyond } = await proof();
    expect(differences.map((each) => each.stream)).toEqual(['person-1', 'person-2']);
    expect(beyond).toBe(1);
  });

  it('says while it proves how much is done: half of it when the source is read, all of it when the target is', async () => {
    await carry({ source: await everything(), target: target.log, checkpoint: checkpoint() });
    const said: (readonly [number, number])[] = [];
    const { events } = await prove(await everything(), target.log.all(), false, (read, part) => void said.push([read, part]));
    expect(said).toHaveLength(2 * events);
    expect(said.map(([, part]) => part)).toEqual(said.map(([, part]) => part).sort((a, b) => a - b));
    expect([said[events - 1], said.at(-1)]).toEqual([[events, 0.5], [2 * events, 1]]);
  });

  describe('by a file', () => {
    const written = async (): Promise<string> => {
      const path = join(folder, `${randomUUID()}.jsonl`);
      const writer = await LogFileWriter.create(path);
      for (const each of await allOf(source)) await writer.add(each);
      await writer.finish();
      return path;
    };

    it('comes to the same as from the server', async () => {
      const path = await written();
      await carry({ source: await fileSource(path), target: target.log, checkpoint: checkpoint() });
      expect(lasting(await allOf(target.log))).toEqual(lasting(await allOf(source)));
      expect(await prove(await fileSource(path), target.log.all(), false)).toMatchObject({ differences: [] });
    });

    it('is taken up after its last whole line', async () => {
      const path = await written();
      const whole = await readFile(path, 'utf8');
      await truncate(path, Math.floor(whole.length / 3));
      await expect(fileSource(path)).rejects.toThrow('cut short');
      const writer = await LogFileWriter.resume(path);
      if (writer === null) throw new Error('the file is gone');
      const events = await allOf(source);
      const next = events.findIndex((each) => each.stream === writer.begun.last?.stream && each.revision === writer.begun.last.revision) + 1;
      expect(next).toBe(writer.begun.events);
      for (const each of events.slice(next)) await writer.add(each);
      await writer.finish();
      expect(await readFile(path, 'utf8')).toBe(whole);
    });

    it('refuses a file that lost a line, was changed, or goes on after its end', async () => {
      const path = await written();
      const lines = (await readFile(path, 'utf8')).split('\n');
      await writeFile(path, [...lines.slice(0, 5), ...lines.slice(6)].join('\n'));
      await expect(fileSource(path)).rejects.toThrow('lines were lost or added');
      await writeFile(path, lines.join('\n').replace('"n":7', '"n":8'));
      await expect(fileSource(path)).rejects.toThrow('changed after its export');
      await writeFile(path, lines.join('\n'));
      await appendFile(path, `${lines[1] ?? ''}\n`);
      await expect(fileSource(path)).rejects.toThrow('goes on after its closing line');
      await expect(LogFileWriter.create(path)).rejects.toThrow(TransferRefused);
      const seen: RawEvent[] = [];
      await expect((async () => { for await (const each of eventsIn(path)) seen.push(each); })()).rejects.toThrow('goes on');
    });
  });

  describe('checked against itself', () => {
    it('is sound', async () => {
      const events = await allOf(source);
      expect(await verifyLog(source)).toMatchObject({ events: events.length, problemCount: 0, problems: [], hidden: 1 });
    });

    it('is sound when the metadata of a stream was set twice', async () => {
      const client = EventStoreDBClient.connectionString(target.store.connectionString);
      await target.log.append([event('person-1', 0)]);
      await client.setStreamMetadata('person-1', { maxCount: 100 });
      await client.setStreamMetadata('person-1', { maxCount: 200 });
      await client.dispose();
      expect(await verifyLog(target.log)).toMatchObject({ events: 3, problems: [], hidden: 1 });
      const events = await allOf(target.log);
      for (const each of events) expect(await target.log.find(each)).toMatchObject({ position: each.position });
    });

    it('counts a stream that was deleted for ever apart and looks at the others', async () => {
      await target.store.stop();
      const store = await target.database.start({ manners: false, allowDeletes: true });
      const log = new RawLog({ url: store.connectionString });
      const client = EventStoreDBClient.connectionString(store.connectionString);
      try {
        await log.append([event('person-1', 0)]);
        await log.append([event('person-2', 0)]);
        await client.setStreamMetadata('person-1', { maxCount: 100 });
        await client.tombstoneStream('person-1');
        expect(await verifyLog(log)).toMatchObject({ problems: [], deleted: 1, streams: 3 });
        const head = (await log.head())?.position ?? 0n;
        await expect(prove(serverSource(log, head), log.all(null, head), false)).rejects.toThrow('Stream person-1 was deleted for ever');
      } finally {
        await client.dispose();
        await log.close();
        await store.stop();
      }
    });

    it('names every stream in which something is wrong', async () => {
      await target.log.append([event('person-1', 0), event('person-1', 1), event('person-1', 2)]);
      const same = event('person-2', 0);
      await target.log.append([same]);
      await target.log.append([{ ...same, revision: 1n }]);
      await target.log.append([event('note-1', 0, '{"half":')]);
      // The roles of a site cannot do this; somebody with the superuser's password can.
      const database = target.database.adminUrl.replace(/\/[^/?]*(\?|$)/, `/${new URL(target.database.ownerUrl).pathname.slice(1)}$1`);
      await asAdmin((admin) => admin.query("DELETE FROM log.event WHERE stream = 'person-1' AND revision = 1"), database);
      const { problems } = await verifyLog(target.log);
      expect(problems).toContain('Stream person-1 has revision 2 where 1 was due.');
      expect(problems).toContain("stream person-2, revision 1: the event's id stood earlier in the stream");
      expect(problems).toContain('stream note-1, revision 0 (Noted): the data calls itself JSON and is not');
    });
  });
});
