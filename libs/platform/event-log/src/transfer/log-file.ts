import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { TransferRefused } from './errors.js';
import type { Trailer } from './line-format.js';
import { eventLine, headerLine, parseLine, trailerLine } from './line-format.js';
import type { EventName, RawEvent, RecordedRawEvent } from './raw-event.js';

const lineEnd = 0x0a;
const writeAt = 1 << 20;

/** The lines of a file as bytes with their ends; a last piece without an end comes with `whole: false`. */
async function* linesOf(path: string): AsyncGenerator<{ bytes: Buffer; whole: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: writeAt })) {
    let piece = rest.length === 0 ? chunk as Buffer : Buffer.concat([rest, chunk as Buffer]);
    for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd)) {
      yield { bytes: piece.subarray(0, end + 1), whole: true };
      piece = piece.subarray(end + 1);
    }
    rest = piece;
  }
  if (rest.length > 0) yield { bytes: rest, whole: false };
}

const cutShort = (path: string): TransferRefused =>
  new TransferRefused(`${path} has no closing line: the export was cut short. Finish it with "export ${path} --from-last", or take another copy of the file.`);

/**
 * The events of a file, in its order. The closing line is checked at the end, so nothing may be believed before the last event.
 * @throws TransferRefused when the file is cut short, damaged or changed
 */
export async function* eventsIn(path: string): AsyncGenerator<RawEvent> {
  const digest = createHash('sha256');
  let [number, events, closed] = [0, 0, false];
  for await (const { bytes, whole } of linesOf(path)) {
    number += 1;
    if (!whole) throw cutShort(path);
    if (closed) throw new TransferRefused(`${path} goes on after its closing line ${number - 1}: it is two files in one, or was changed.`);
    const line = parseLine(bytes.toString('utf8'), number);
    if ((number === 1) !== (line.kind === 'header')) throw new TransferRefused(`${path} does not begin with one header line of mash-log.`);
    if (line.kind === 'trailer') {
      requireSame(path, line.trailer, { events, sha256: digest.copy().digest('hex') });
      closed = true;
    }
    digest.update(bytes);
    if (line.kind !== 'event') continue;
    events += 1;
    yield line.event;
  }
  if (!closed) throw cutShort(path);
}

function requireSame(path: string, said: Trailer, found: Trailer): void {
  if (said.events !== found.events) throw new TransferRefused(`${path} says ${said.events} events and holds ${found.events}: lines were lost or added.`);
  if (said.sha256 !== found.sha256) throw new TransferRefused(`${path} was changed after its export: its digest is not the one in its closing line.`);
}

/** Reads the whole file once and believes it, or says why not. Answers with the number of events. */
export async function requireWholeFile(path: string): Promise<number> {
  let events = 0;
  for await (const event of eventsIn(path)) if (event.stream !== '') events += 1;
  return events;
}

/** What an unfinished or finished file holds already. */
export interface Begun {
  readonly events: number;
  readonly last: EventName | null;
}

/** Writes an export. Until `finish`, the file has no closing line and every reader refuses it. */
export class LogFileWriter {
  private pending: string[] = [];
  private pendingLength = 0;

  private constructor(private readonly file: FileHandle, private readonly digest: Hash, private events: number, readonly begun: Begun) {}

  /** @throws TransferRefused when the file exists: an export never overwrites */
  static async create(path: string): Promise<LogFileWriter> {
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new TransferRefused(`${path} exists. Name another file, or go on with it by --from-last.`);
    });
    const writer = new LogFileWriter(file, createHash('sha256'), 0, { events: 0, last: null });
    await writer.write(headerLine());
    return writer;
  }

  /** Takes up a file where its last whole event line ends: a closing line or half a line after it is cut off. */
  static async resume(path: string): Promise<LogFileWriter> {
    const digest = createHash('sha256');
    let [length, number, events] = [0, 0, 0];
    let last: EventName | null = null;
    for await (const { bytes, whole } of linesOf(path)) {
      if (!whole) break;
      number += 1;
      const line = parseLine(bytes.toString('utf8'), number);
      if ((number === 1) !== (line.kind === 'header')) throw new TransferRefused(`${path} does not begin with one header line of mash-log.`);
      if (line.kind === 'trailer') break;
      if (line.kind === 'event') {
        events += 1;
        last = { stream: line.event.stream, revision: line.event.revision, id: line.event.id };
      }
      digest.update(bytes);
      length += bytes.length;
    }
    const file = await open(path, 'r+');
    await file.truncate(length);
    const writer = new LogFileWriter(await reopened(file, path), digest, events, { events, last });
    if (number === 0) await writer.write(headerLine());
    return writer;
  }

  async add(event: RecordedRawEvent): Promise<void> {
    this.events += 1;
    await this.write(eventLine(event));
  }

  /** Closes the file with its count and digest, on the disk before it returns. */
  async finish(): Promise<Trailer> {
    const trailer = { events: this.events, sha256: await this.flushed() };
    await this.file.appendFile(trailerLine(trailer));
    await this.file.sync();
    await this.file.close();
    return trailer;
  }

  /** Leaves the file unfinished, with everything added so far in it. */
  async leave(): Promise<void> {
    await this.flushed();
    await this.file.close();
  }

  private async write(line: string): Promise<void> {
    this.pending.push(line);
    this.pendingLength += line.length;
    if (this.pendingLength >= writeAt) await this.flushed();
  }

  private async flushed(): Promise<string> {
    const bytes = Buffer.from(this.pending.join(''), 'utf8');
    this.pending = [];
    this.pendingLength = 0;
    this.digest.update(bytes);
    await this.file.appendFile(bytes);
    return this.digest.copy().digest('hex');
  }
}

async function reopened(file: FileHandle, path: string): Promise<FileHandle> {
  await file.close();
  return open(path, 'a', 0o600);
}
