import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';
import type { RawEvent } from '@mash/event-log/transfer';
import { RawLog } from '@mash/event-log/transfer';
import { said as saidWith } from './testing/said.js';
import { wayOf } from './testing/way-of.js';

interface Server {
  readonly database: ThrowawayLog;
  readonly store: Awaited<ReturnType<ThrowawayLog['start']>>;
  readonly log: RawLog;
}
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

async function serve(manners: boolean): Promise<Server> {
  const database = await createThrowawayLog();
  const store = await database.start({ manners });
  return { database, store, log: new RawLog({ url: store.connectionString }) };
}
async function end({ database, store, log }: Server): Promise<void> {
  await log.close();
  await store.stop();
  await database.drop();
}

const odd = ['{ "a" : 1 }', '{"a":1,"a":2}', '{"n":9007199254740993}', '{"ort":"Ynys Môn"}'];
const event = (stream: string, revision: number): RawEvent => ({
  stream, revision: BigInt(revision), id: randomUUID(), type: revision % 2 === 0 ? 'Noted' : 'Changed', isJson: true,
  data: Buffer.from(odd[revision % odd.length] ?? '{}'), metadata: Buffer.from(`{"schema":1,"n":${revision}}`),
});

/** 5,000 events in runs of 100, four streams in turn, so that there is an order across streams to keep. */
async function fill(log: RawLog): Promise<void> {
  for (let from = 0; from < 1_250; from += 100) {
    for (const stream of ['enquiry-1', 'enquiry-2', 'person-1', 'request-1']) {
      const [first, ...rest] = Array.from({ length: Math.min(100, 1_250 - from) }, (_, index) => event(stream, from + index));
      if (first !== undefined) await log.append([first, ...rest]);
    }
  }
}

describe('mash-log', () => {
  let source: Server;
  let target: Server;
  let folder: string;

  beforeAll(async () => {
    source = await serve(true);
    await fill(source.log);
  });
  afterAll(() => end(source));
  beforeEach(async () => {
    target = await serve(false);
    folder = await mkdtemp(join(tmpdir(), 'mash-log-'));
  });
  afterEach(async () => {
    await end(target);
    await rm(folder, { recursive: true });
  });

  const environment = (more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> =>
    ({ MASH_EVENT_STORE: source.store.connectionString, TARGET: target.store.connectionString, ...more });

  const said = (words: readonly string[]) => saidWith(words, environment());
  const start = (words: readonly string[], more: Readonly<Record<string, string>> = {}): ChildProcess =>
    spawn(process.execPath, [program, ...words], { cwd: folder, env: { ...process.env, ...environment(more) }, stdio: 'ignore' });
  const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => void child.once('exit', (code) => resolve(code)));
  const order = async (log: RawLog): Promise<string[]> => {
    const names: string[] = [];
    for await (const { stream, revision, id } of log.all()) if (!stream.startsWith('$')) names.push(`${stream}/${revision}/${id}`);
    return names;
  };

  it('copies and proves; the second time nothing is left to do', async () => {
    const words = ['copy', '--to-env', 'TARGET', '--checkpoint', join(folder, 'checkpoint')];
    const first = await said(words);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/5000 events appended.*0 were in place/);
    expect(first.progress).toBe('Copying: 5,000 events, 100 %\nProving: 10,000 events, 100 %\n');
    expect(first.out).toMatch(/5000 events in 4 streams[\s\S]*Both hold the same events/);
    expect((await said(words)).out).toMatch(/^0 events appended.*0 were in place[\s\S]*Both hold the same events/);
    expect(await order(target.log)).toEqual(await order(source.log));
  }, 120_000);

  it('comes to the same after kills at any moment', async () => {
    const words = ['copy', '--to-env', 'TARGET'];
    let held = 0;
    // The first dies before its first event is whole, the others further on; all copies together send about 1 MB.
    for (const bytes of [400, 90_001, 33_333, 150_000]) {
      const way = await wayOf(target.store.connectionString, bytes);
      const child = start(words, { TARGET: way.url });
      const over = ended(child);
      await way.used;
      child.kill('SIGKILL');
      expect(await over).toBe(null);
      await way.close();
      const now = (await order(target.log)).length;
      expect(now).toBeGreaterThanOrEqual(held);
      held = now;
    }
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(5_000);
    expect(await ended(start(words))).toBe(0);
    expect(await order(target.log)).toEqual(await order(source.log));
  }, 240_000);

  it('exports, verifies the file, imports it and verifies it there', async () => {
    const file = join(folder, 'log.jsonl');
    expect((await said(['export', file])).out).toContain('5000 events, sha256');
    expect((await said(['export', file])).err).toContain('--from-last');
    expect(await said(['verify', file, '--exact'])).toMatchObject({ code: 0 });
    expect(await said(['verify', file, '--env', 'TARGET'])).toMatchObject({ code: 3 });
    expect((await said(['import', file, '--env', 'TARGET'])).out).toContain('5000 events appended, 0 were in place');
    expect((await said(['import', file, '--env', 'TARGET', '--checkpoint', join(folder, 'none')])).out).toContain('0 events appended, 5000 were in place');
    expect((await said(['verify', file, '--env', 'TARGET'])).out).toContain('Both hold the same events');
    const before = await readFile(file, 'utf8');
    await target.log.append([event('person-2', 0)]);
    expect(await said(['verify', file, '--env', 'TARGET'])).toMatchObject({ code: 0, out: expect.stringContaining('holds 1 events beyond the file') });
    expect(await said(['verify', file, '--env', 'TARGET', '--exact'])).toMatchObject({ code: 3 });
    expect(await said(['export', file, '--env', 'TARGET', '--from-last'])).toMatchObject({ code: 0 });
    const after = await readFile(file, 'utf8');
    // The old closing line stays, so that the file is never without a true one.
    expect(after.startsWith(before)).toBe(true);
    expect(after.split('\n')).toHaveLength(before.split('\n').length + 2);
    expect(await said(['verify', file, '--env', 'TARGET', '--exact'])).toMatchObject({ code: 0 });
  }, 120_000);

  it('leaves a good export as it is when the log was lost, and imports it', async () => {
    const file = join(folder, 'log.jsonl');
    await said(['export', file]);
    const good = await readFile(file, 'utf8');
    expect(await said(['export', file, '--env', 'TARGET', '--from-last'])).toMatchObject({ code: 1, err: expect.stringContaining('The file was left as it is') });
    expect(await readFile(file, 'utf8')).toBe(good);
    expect(await said(['import', file, '--env', 'TARGET'])).toMatchObject({ code: 0 });
    expect(await readdir(folder)).toEqual(['log.jsonl']);
  }, 60_000);

  it('imports a file into a second server although it went into a first one before', async () => {
    const file = join(folder, 'log.jsonl');
    await target.log.append([event('person-1', 0)]);
    await said(['export', file, '--env', 'TARGET']);
    const [first, second] = [await serve(false), await serve(false)];
    try {
      for (const { store } of [first, second]) {
        expect(await saidWith(['import', file], { MASH_EVENT_STORE: store.connectionString })).toMatchObject({ code: 0, out: expect.stringContaining('1 events appended') });
      }
    } finally {
      await end(first);
      await end(second);
    }
  }, 60_000);

  it('leaves a whole file when it is interrupted while it goes on with one', async () => {
    const file = join(folder, 'log.jsonl');
    await target.log.append([event('person-1', 0)]);
    expect(await said(['export', file, '--env', 'TARGET', '--from-last'])).toMatchObject({ code: 0, err: expect.stringContaining('a new export is begun') });
    await target.log.append([event('person-1', 1)]);
    const words = ['export', file, '--env', 'TARGET', '--from-last'];
    expect(await saidWith(words, environment(), { signal: AbortSignal.abort() })).toMatchObject({ code: 130, err: expect.stringContaining('is whole up to what was exported so far') });
    expect(await said(['verify', file, '--env', 'TARGET'])).toMatchObject({ code: 0, out: expect.stringContaining('holds 1 events beyond the file') });
  }, 60_000);

  it('exports no log with a stream that was deleted for ever, and leaves no file behind', async () => {
    await target.store.stop();
    const store = await target.database.start({ manners: false, allowDeletes: true });
    const client = connect(store);
    try {
      const server = { MASH_EVENT_STORE: store.connectionString };
      const append = (stream: string): Promise<unknown> =>
        client.appendToStream(stream, { id: randomUUID(), type: 'Noted', contentType: 'application/json', data: {}, metadata: undefined });
      await append('person-1');
      await append('person-2');
      const [before, after] = [join(folder, 'before.jsonl'), join(folder, 'after.jsonl')];
      expect(await saidWith(['export', before], server)).toMatchObject({ code: 0, out: expect.stringContaining('2 events') });
      await append('person-2');
      await client.tombstoneStream('person-1');
      const refused = { code: 1, err: expect.stringContaining('Stream person-1 was deleted for ever') };
      expect(await saidWith(['export', after], server)).toMatchObject(refused);
      expect(await readdir(folder)).toEqual(['before.jsonl']);
      // A file that was good before stays good, and holds what came before the mark.
      expect(await saidWith(['export', before, '--from-last'], server)).toMatchObject(refused);
      expect(await saidWith(['verify', before], server)).toMatchObject({ code: 0, out: expect.stringMatching(/3 events in 2 streams[\s\S]*Both hold the same/) });
      expect(await saidWith(['verify'], server)).toMatchObject({ code: 0, out: expect.stringContaining('1 streams were deleted for ever') });
    } finally {
      await client.dispose();
      await store.stop();
    }
  }, 60_000);

  it('does not let a copy pass for whole when the source went on meanwhile', async () => {
    const third = await serve(false);
    try {
      await target.log.append([event('person-1', 0)]);
      const names = { ...environment(), THIRD: third.store.connectionString };
      const copying = (more: readonly string[] = []) => ['copy', '--from-env', 'TARGET', '--to-env', 'THIRD', '--checkpoint', join(folder, 'checkpoint'), ...more];
      let appending: Promise<unknown> = Promise.resolve();
      const goOn = (stream: string) => ({
        heard: (text: string): void => void (text.includes('events appended') && (appending = target.log.append([event(stream, 0)]))),
      });
      expect(await saidWith(copying(), names, goOn('person-2'))).toMatchObject({ code: 3, out: expect.stringContaining('has gone on meanwhile') });
      await appending;
      expect(await saidWith(copying(['--no-proof']), names, goOn('person-3'))).toMatchObject({ code: 0 });
      await appending;
      expect(await saidWith(copying(), names, goOn('$stats-1'))).toMatchObject({ code: 0 });
      await appending;
    } finally {
      await end(third);
    }
  }, 60_000);

  it('says what a server is and holds', async () => {
    const { code, out } = await said(['info']);
    expect(code).toBe(0);
    expect(out).toMatch(/version +\d+\.\d+/);
    expect(out).toMatch(/encrypted +no/);
    expect(out).toMatch(/enquiry +2 +2500 /);
    expect(out).toMatch(/all +4 +5000 /);
  });

  it('finds a sound log sound and counts its types', async () => {
    const { code, out } = await said(['verify']);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('The log is sound.') });
    expect(out).toMatch(/Changed +2500 +not known to this version/);
  }, 60_000);

  it('finds a log in which an id stands twice not sound', async () => {
    const twice = event('person-1', 0);
    await target.log.append([twice]);
    await target.log.append([{ ...twice, revision: 1n }]);
    expect(await said(['verify', '--env', 'TARGET'])).toMatchObject({ code: 3, out: expect.stringContaining('NOT sound: 1 problem') });
  });

  it('follows by category and type, and shows data only when asked', async () => {
    const { out } = await said(['tail', '--from-start', '--category', 'enquiry', '--type', 'Changed', '--count', '3']);
    expect(out.trim().split('\n').map((line) => line.split('\t').slice(1, 3).join('/'))).toEqual(['enquiry-1/1', 'enquiry-1/3', 'enquiry-1/5']);
    expect(out).not.toContain('Môn');
    const shown = await said(['tail', '--from-start', '--category', 'enquiry', '--count', '4', '--data']);
    expect(shown.out).toContain('{"ort":"Ynys Môn"}');
    expect(shown.err).toContain('sealed');
  });
});
