import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { TransferRefused } from './errors.js';
import type { Trailer } from './line-format.js';
import { parseLine } from './line-format.js';
import type { EventName, RawEvent } from './raw-event.js';

const lineEnd = 0x0a;
const readAt = 1 << 20;

/** The lines of a file as bytes with their ends; a last piece without an end comes with `whole: false`. */
async function* linesOf(path: string): AsyncGenerator<{ bytes: Buffer; whole: boolean }> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: readAt })) {
    let piece = rest.length === 0 ? chunk as Buffer : Buffer.concat([rest, chunk as Buffer]);
    for (let end = piece.indexOf(lineEnd); end >= 0; end = piece.indexOf(lineEnd)) {
      yield { bytes: piece.subarray(0, end + 1), whole: true };
      piece = piece.subarray(end + 1);
    }
    rest = piece;
  }
  if (rest.length > 0) yield { bytes: rest, whole: false };
}

/** A closing line that agrees with everything before it. */
interface Closing {
  readonly trailer: Trailer;
  /** Which line it is, and how many bytes the file has up to its end. */
  readonly line: number;
  readonly length: number;
}

/**
 * What was read of an export so far. Every export that goes on with a file leaves the earlier closing line where it is and
 * writes another one at the end, so that the file is never without one that is true; all of them must agree.
 */
export class LogFileReading {
  /** Over every byte read in whole lines. */
  readonly digest = createHash('sha256');
  lines = 0;
  events = 0;
  length = 0;
  last: EventName | null = null;
  closing: Closing | null = null;
  /** Whether a piece of a line stands at the end, as a kill leaves it. */
  endsInHalfALine = false;

  constructor(private readonly path: string) {}

  /** The events in their order. @throws TransferRefused when a line is damaged or a closing line says otherwise */
  async *all(): AsyncGenerator<RawEvent> {
    for await (const { bytes, whole } of linesOf(this.path)) {
      if (!whole) {
        this.endsInHalfALine = true;
        return;
      }
      const event = this.believed(() => this.take(bytes));
      if (event !== null) yield event;
    }
  }

  /** Whether the file ends with its last closing line. */
  get isClosed(): boolean {
    return this.closing?.line === this.lines && !this.endsInHalfALine;
  }

  /** Says of a file that is damaged further on how much of it can still be used. */
  private believed<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof TransferRefused) || this.closing === null) throw error;
      throw new TransferRefused(`${error.message} Up to line ${this.closing.line} it is whole: head -n ${this.closing.line} ${this.path} > another-file`);
    }
  }

  private take(bytes: Buffer): RawEvent | null {
    this.lines += 1;
    const line = parseLine(bytes.toString('utf8'), this.lines);
    if ((this.lines === 1) !== (line.kind === 'header')) throw new TransferRefused(`${this.path} does not begin with one header line of mash-log.`);
    if (line.kind === 'trailer') requireSame(this.path, line.trailer, { events: this.events, sha256: this.digest.copy().digest('hex') });
    this.digest.update(bytes);
    this.length += bytes.length;
    if (line.kind === 'trailer') this.closing = { trailer: line.trailer, line: this.lines, length: this.length };
    if (line.kind !== 'event') return null;
    this.events += 1;
    this.last = { stream: line.event.stream, revision: line.event.revision, id: line.event.id };
    return line.event;
  }
}

function requireSame(path: string, said: Trailer, found: Trailer): void {
  if (said.events !== found.events) throw new TransferRefused(`${path} says ${said.events} events and holds ${found.events}: lines were lost or added.`);
  if (said.sha256 !== found.sha256) throw new TransferRefused(`${path} was changed after its export: its digest is not the one in its closing line.`);
}

/**
 * The events of a file, in its order. The last closing line is checked at the end, so nothing may be believed before the last event.
 * @throws TransferRefused when the file is cut short, damaged or changed
 */
export async function* eventsIn(path: string): AsyncGenerator<RawEvent> {
  const reading = new LogFileReading(path);
  yield* reading.all();
  if (reading.closing === null) {
    throw new TransferRefused(`${path} has no closing line: the export was cut short. Finish it with "export ${path} --from-last", or take another copy of the file.`);
  }
  if (!reading.isClosed) {
    // Which of the two is right depends on whether the log still lives: nobody but the reader of this knows.
    throw new TransferRefused(`${path} goes on after its closing line ${reading.closing.line}, and nothing vouches for what follows: an export that went on with it was killed, or the file was changed. ` +
      `While the log lives, finish it with "export ${path} --from-last". Else take what was closed: head -n ${reading.closing.line} ${path} > another-file`);
  }
}

/** Reads the whole file once and believes it, or says why not. Answers with the number of events. */
export async function requireWholeFile(path: string): Promise<number> {
  let events = 0;
  for await (const _ of eventsIn(path)) events += 1;
  return events;
}
