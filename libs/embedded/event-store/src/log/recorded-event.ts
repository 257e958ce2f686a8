import type { Placing, ProposedEvent } from './proposed-event.js';
import type { WireEvent } from './wire-event.js';
import { decodeEvent, encodeEvent, linkAnswer } from './wire-event.js';

/**
 * An event as stored: the bytes of the very answer that a reader gets, made once, when the event gets its
 * position. Whatever else is asked of it is read out of those bytes, and only when it is asked.
 */
export class RecordedEvent {
  /** `wire` is one whole ReadResp message that carries one event; `said` what it says, where that is known already. */
  constructor(readonly wire: Buffer, private said?: WireEvent) {}

  static record(event: ProposedEvent, placing: Placing): RecordedEvent {
    const { wire, said } = encodeEvent(event, placing);
    return new RecordedEvent(wire, said);
  }

  get position(): number {
    return this.read().position;
  }

  get stream(): string {
    return this.read().stream;
  }

  get revision(): number {
    return this.read().revision;
  }

  get id(): string {
    return this.read().id;
  }

  get type(): string {
    return this.read().type;
  }

  get isJson(): boolean {
    return this.read().isJson;
  }

  get createdMs(): number {
    return this.read().createdMs;
  }

  get data(): Buffer {
    const { data } = this.read();
    return this.wire.subarray(data.from, data.to);
  }

  get metadata(): Buffer {
    const { metadata } = this.read();
    return this.wire.subarray(metadata.from, metadata.to);
  }

  /** The answer for this event as the link through which `target` was found; a missing target leaves only the link. */
  asLinkTo(target: RecordedEvent | undefined): Buffer {
    return linkAnswer(target?.body, this.body, this.position);
  }

  private get body(): Buffer {
    const { body } = this.read();
    return this.wire.subarray(body.from, body.to);
  }

  private read(): WireEvent {
    return (this.said ??= decodeEvent(this.wire));
  }
}

export { sizeOf, TOMBSTONE_REVISION } from './proposed-event.js';
export type { Placing, ProposedEvent } from './proposed-event.js';

export const TOMBSTONE_TYPE = '$streamDeleted';
export const METADATA_TYPE = '$metadata';
export const LINK_TYPE = '$>';

/** The stream that holds the metadata of `stream`. */
export function metadataStreamOf(stream: string): string {
  return `$$${stream}`;
}

/** The stream described by a metadata stream, or nothing when `stream` is an ordinary one. */
export function describedStreamOf(stream: string): string | undefined {
  return stream.startsWith('$$') ? stream.slice(2) : undefined;
}
