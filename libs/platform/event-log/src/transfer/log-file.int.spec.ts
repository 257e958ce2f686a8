import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventLine } from './line-format.js';
import { eventsIn, requireWholeFile } from './log-file-reading.js';
import { LogFileWriter } from './log-file.js';
import type { RecordedRawEvent } from './raw-event.js';

const event = (revision: number, more: Partial<RecordedRawEvent> = {}): RecordedRawEvent => ({
  stream: 'enquiry-1', revision: BigInt(revision), id: `5b3f2d64-5a0f-4a52-9b8e-0d3f6b0c1a${String(revision).padStart(2, '0')}`, type: 'Noted', isJson: true,
  data: Buffer.from(`{"n":${revision}}`), metadata: Buffer.alloc(0), position: BigInt(revision), created: '2026-11-22T01:00:00.000Z', ...more,
});

describe('a file that an export goes on with', () => {
  let folder: string;
  let path: string;
  let good: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mash-log-file-'));
    path = join(folder, 'log.jsonl');
    const writer = await LogFileWriter.create(path);
    for (const revision of [0, 1, 2]) await writer.add(event(revision));
    await writer.finish();
    good = await text();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const text = (): Promise<string> => readFile(path, 'utf8');
  const resumed = async (): Promise<LogFileWriter> => {
    const writer = await LogFileWriter.resume(path);
    if (writer === null) throw new Error('the file is gone');
    return writer;
  };
  const revisions = async (): Promise<number[]> => {
    const all: number[] = [];
    for await (const { revision } of eventsIn(path)) all.push(Number(revision));
    return all;
  };

  it('stays as it is until something is added: it may be the last copy', async () => {
    const writer = await resumed();
    expect(writer.begun).toEqual({ events: 3, last: { stream: 'enquiry-1', revision: 2n, id: event(2).id }, closed: true });
    expect(await text()).toBe(good);
    await writer.close();
    expect(await text()).toBe(good);
  });

  it('stays as it is when there is nothing new', async () => {
    expect(await (await resumed()).finish()).toMatchObject({ events: 3 });
    expect(await text()).toBe(good);
  });

  it('keeps its closing line and gets another one, night after night', async () => {
    for (const revision of [3, 4]) {
      const writer = await resumed();
      await writer.add(event(revision));
      await writer.finish();
    }
    expect((await text()).startsWith(good)).toBe(true);
    expect(await revisions()).toEqual([0, 1, 2, 3, 4]);
    expect(await requireWholeFile(path)).toBe(5);
  });

  it('is whole when the work ends before its end, with what was added so far', async () => {
    const writer = await resumed();
    await writer.add(event(3));
    await writer.leave();
    expect(await revisions()).toEqual([0, 1, 2, 3]);
  });

  it('is what it was when the disk is full', async () => {
    const writer = await resumed();
    const file = (writer as unknown as { file: FileHandle }).file;
    const write = file.appendFile.bind(file);
    file.appendFile = async (data) => {
      await write(data.slice(0, 5));
      throw new Error('ENOSPC');
    };
    await writer.add(event(3));
    await expect(writer.finish()).rejects.toThrow('ENOSPC');
    await writer.leave();
    expect(await text()).toBe(good);
  });

  it('is refused with the way on when a kill left events after its closing line, and finished by the next export', async () => {
    await appendFile(path, `${eventLine(event(3))}${eventLine(event(4)).slice(0, 20)}`);
    await expect(revisions()).rejects.toThrow(`finish it with "export ${path} --from-last". Else take what was closed: head -n 5 ${path} > another-file`);
    const writer = await resumed();
    expect(writer.begun).toMatchObject({ events: 4, closed: true });
    await writer.add(event(4));
    await writer.finish();
    expect(await revisions()).toEqual([0, 1, 2, 3, 4]);
  });

  it('is left alone when something else writes to it meanwhile', async () => {
    const writer = await resumed();
    await writer.add(event(3));
    await appendFile(path, eventLine(event(3)));
    const others = await text();
    await expect(writer.finish()).rejects.toThrow('Something else writes to');
    await expect(writer.leave()).rejects.toThrow('Something else writes to');
    expect(await text()).toBe(others);
  });

  it('says how much of it can be used when it was damaged after an earlier closing line', async () => {
    const writer = await resumed();
    await writer.add(event(3));
    await writer.finish();
    await writeFile(path, (await text()).replace('"n":3', '"n":7'));
    await expect(revisions()).rejects.toThrow(`was changed after its export: its digest is not the one in its closing line. Up to line 5 it is whole: head -n 5 ${path} > another-file`);
  });

  it('is not closed by a short export that was never finished before', async () => {
    await writeFile(path, good.split('\n').slice(0, 3).join('\n'));
    const writer = await resumed();
    expect(writer.begun).toMatchObject({ events: 1, closed: false });
    await writer.add(event(1));
    await writer.leave();
    await expect(revisions()).rejects.toThrow('has no closing line');
  });

  it.each<[string, (whole: string) => string, string]>([
    ['was changed', (whole) => whole.replace('"n":1', '"n":7'), 'was changed after its export'],
    ['lost a line', (whole) => whole.split('\n').filter((_, index) => index !== 2).join('\n'), 'lines were lost or added'],
    ['is two files in one', (whole) => whole + whole, 'does not begin with one header line'],
  ])('is refused when it %s, and no closing line vouches for it', async (_what, harm, answer) => {
    const harmed = harm(good);
    await writeFile(path, harmed);
    await expect(LogFileWriter.resume(path)).rejects.toThrow(answer);
    expect(await text()).toBe(harmed);
  });

  it('is begun by the export when it is not there', async () => {
    await rm(path);
    expect(await LogFileWriter.resume(path)).toBeNull();
  });

  it('takes no tombstone, which no file can give back', async () => {
    const writer = await resumed();
    await expect(writer.add(event(3, { type: '$streamDeleted', revision: 2n ** 63n - 1n }))).rejects.toThrow('Stream enquiry-1 was deleted for ever');
    await writer.leave();
    expect(await text()).toBe(good);
  });
});
