import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { requireNoTombstone } from './carried.js';
import { TransferRefused } from './errors.js';
import type { Trailer } from './line-format.js';
import { eventLine, headerLine, trailerLine } from './line-format.js';
import { LogFileReading } from './log-file-reading.js';
import type { EventName, RecordedRawEvent } from './raw-event.js';

const writeAt = 1 << 20;

/** What an unfinished or finished file holds already. */
export interface Begun {
  readonly events: number;
  readonly last: EventName | null;
  /** Whether it was finished at some time, so that it holds a closing line to go back to. */
  readonly closed: boolean;
}

/** What a file was when it was taken up. */
interface Found {
  /** All its bytes, and those up to the end of its last whole line. */
  readonly size: number;
  readonly length: number;
  /** The bytes up to the end of its last closing line; null when it has none. */
  readonly closedLength: number | null;
  /** The closing line with which it ends; null when something follows it. */
  readonly trailer: Trailer | null;
}

const nothing: Found = { size: 0, length: 0, closedLength: null, trailer: null };

/** Writes an export. Until `finish`, what was added has no closing line and every reader refuses it. */
export class LogFileWriter {
  private pending: string[] = [];
  private pendingLength = 0;
  private isCut = false;
  private hasFailed = false;

  private constructor(
    private readonly path: string, private readonly file: FileHandle, private readonly digest: Hash, private events: number,
    readonly begun: Begun, private readonly found: Found,
  ) {}

  /** @throws TransferRefused when the file exists: an export never overwrites */
  static async create(path: string): Promise<LogFileWriter> {
    const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new TransferRefused(`${path} exists. Name another file, or go on with it by --from-last.`);
    });
    const writer = new LogFileWriter(path, file, createHash('sha256'), 0, { events: 0, last: null, closed: false }, nothing);
    await writer.write(headerLine());
    return writer;
  }

  /**
   * Takes up a file after its last whole line. Only measures and checks: nothing in the file changes before the first event
   * is added, and a closing line that is true stays for ever. Null when there is no such file.
   * @throws TransferRefused when the file is damaged or was changed: a new closing line must not vouch for that
   */
  static async resume(path: string): Promise<LogFileWriter | null> {
    const reading = new LogFileReading(path);
    try {
      for await (const event of reading.all()) void event;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const { closing, digest, events, last, length } = reading;
    const file = await open(path, 'a', 0o600);
    const { size } = await file.stat();
    const found = { size, length, closedLength: closing?.length ?? null, trailer: closing?.line === reading.lines ? closing.trailer : null };
    const writer = new LogFileWriter(path, file, digest, events, { events, last, closed: closing !== null }, found);
    if (reading.lines === 0) await writer.write(headerLine());
    return writer;
  }

  /** @throws TransferRefused when the event is one that no file can give back */
  async add(event: RecordedRawEvent): Promise<void> {
    requireNoTombstone(event);
    this.events += 1;
    await this.write(eventLine(event));
  }

  /** Closes the file with its count and digest, on the disk before it returns. */
  async finish(): Promise<Trailer> {
    const sha256 = await this.flushed();
    const trailer = this.found.trailer !== null && this.events === this.begun.events ? this.found.trailer : { events: this.events, sha256 };
    if (trailer !== this.found.trailer) await this.append(Buffer.from(trailerLine(trailer), 'utf8'));
    await this.file.sync();
    await this.file.close();
    return trailer;
  }

  /**
   * Ends the work before its end. A file that was finished at some time is whole again afterwards, with everything added so
   * far, or without it when that cannot be written; one that never was stays unfinished, because it is not yet a backup.
   */
  async leave(): Promise<void> {
    try {
      if (this.hasFailed) await this.restore();
      else if (this.begun.closed) return void await this.finish();
      else await this.flushed();
    } catch (error) {
      await this.restore();
      await this.file.close();
      throw error;
    }
    await this.file.close();
  }

  /** Ends without having changed anything. */
  close(): Promise<void> {
    return this.file.close();
  }

  /** Takes back a file that this writer created. */
  async discard(): Promise<void> {
    await this.file.close();
    await rm(this.path, { force: true });
  }

  /** A disk that is full has room for less: back to the last closing line, which was true. */
  private async restore(): Promise<void> {
    if (!this.isCut || this.found.closedLength === null) return;
    await this.file.truncate(this.found.closedLength);
    await this.file.sync();
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
    await this.append(bytes);
    return this.digest.copy().digest('hex');
  }

  private async append(bytes: Buffer): Promise<void> {
    if (!this.isCut && (await this.file.stat()).size !== this.found.size) {
      throw new TransferRefused(`Something else writes to ${this.path}: nothing was added. Let one export end before another goes on with its file.`);
    }
    try {
      // Half a line, as a kill leaves it, goes only now that something takes its place.
      if (!this.isCut) await this.file.truncate(this.found.length);
      this.isCut = true;
      await this.file.appendFile(bytes);
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }
}
