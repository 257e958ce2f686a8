import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
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
    await said(['export', file, '--env', 'TARGET', '--from-last']);
    expect((await readFile(file, 'utf8')).split('\n')).toHaveLength(before.split('\n').length + 1);
  }, 120_000);

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
