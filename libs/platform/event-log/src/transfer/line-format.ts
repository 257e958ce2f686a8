import { TransferRefused } from './errors.js';
import type { RawEvent, RecordedRawEvent } from './raw-event.js';

/** The version of the file's format. A reader refuses a higher one. */
export const formatVersion = 1;
const formatName = 'mash-log';

export interface Header {
  readonly format: string;
  readonly version: number;
}

/** The last line: without it the file was cut short. */
export interface Trailer {
  readonly events: number;
  /** SHA-256 of every byte of the file before this line. */
  readonly sha256: string;
}

export const headerLine = (): string => `${JSON.stringify({ format: formatName, version: formatVersion } satisfies Header)}\n`;
export const trailerLine = (trailer: Trailer): string => `${JSON.stringify({ end: trailer })}\n`;

/** Content as JSON where that gives the same bytes back, else as base64; nothing at all when there is none. */
function content(name: 'data' | 'metadata', bytes: Buffer): Readonly<Record<string, unknown>> {
  if (bytes.length === 0) return {};
  const text = bytes.toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    if (JSON.stringify(value) === text && Buffer.from(text, 'utf8').equals(bytes)) return { [name]: value };
  } catch {
    // Not JSON at all: base64 it is.
  }
  return { [`${name}Base64`]: bytes.toString('base64') };
}

/** One event as a line of JSON that gives back its exact bytes. `created` is for information: no server takes it over. */
export function eventLine(event: RecordedRawEvent): string {
  return `${JSON.stringify({
    stream: event.stream, revision: Number(event.revision), id: event.id, type: event.type,
    contentType: event.isJson ? 'application/json' : 'application/octet-stream', created: event.created,
    ...content('data', event.data), ...content('metadata', event.metadata),
  })}\n`;
}

export type Line =
  | { readonly kind: 'header'; readonly header: Header }
  | { readonly kind: 'event'; readonly event: RawEvent }
  | { readonly kind: 'trailer'; readonly trailer: Trailer };

/** @throws TransferRefused naming the line when it is not one of this format */
export function parseLine(text: string, number: number): Line {
  const value = objectIn(text, number);
  if ('format' in value) return { kind: 'header', header: headerFrom(value, number) };
  if ('end' in value) return { kind: 'trailer', trailer: trailerFrom(value['end'], number) };
  return { kind: 'event', event: eventFrom(value, number) };
}

function objectIn(text: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Refused below, without quoting what stands there.
  }
  throw new TransferRefused(`Line ${number} is not a JSON object. The file was damaged or is not an export of mash-log.`);
}

function headerFrom(value: Readonly<Record<string, unknown>>, number: number): Header {
  const { format, version } = value;
  if (format !== formatName || typeof version !== 'number') throw new TransferRefused(`Line ${number} is not the header of a mash-log export.`);
  if (version > formatVersion) throw new TransferRefused(`The file is of format ${version}; this program reads up to ${formatVersion}. Use the newer program.`);
  return { format, version };
}

function trailerFrom(value: unknown, number: number): Trailer {
  const { events, sha256 } = (value ?? {}) as Partial<Trailer>;
  if (typeof events !== 'number' || typeof sha256 !== 'string') throw new TransferRefused(`Line ${number} should close the file but names neither count nor digest.`);
  return { events, sha256 };
}

function eventFrom(value: Readonly<Record<string, unknown>>, number: number): RawEvent {
  const { stream, revision, id, type, contentType } = value;
  const whole = typeof stream === 'string' && stream !== '' && Number.isSafeInteger(revision) && Number(revision) >= 0
    && typeof id === 'string' && typeof type === 'string' && type !== '' && typeof contentType === 'string';
  if (!whole) throw new TransferRefused(`Line ${number} is not an event: it needs stream, revision, id, type and contentType.`);
  return {
    stream, revision: BigInt(Number(revision)), id, type, isJson: contentType === 'application/json',
    data: bytesOf(value, 'data'), metadata: bytesOf(value, 'metadata'),
  };
}

function bytesOf(value: Readonly<Record<string, unknown>>, name: 'data' | 'metadata'): Buffer {
  const base64 = value[`${name}Base64`];
  if (typeof base64 === 'string') return Buffer.from(base64, 'base64');
  return name in value ? Buffer.from(JSON.stringify(value[name]), 'utf8') : Buffer.alloc(0);
}
