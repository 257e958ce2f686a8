import type { UUID } from '@eventstore/db-client/generated/shared_pb.js';

import type { ProposedEvent } from '../log/recorded-event.js';
import { invalidArgument, missingProperties, RefusedError } from './refusal.js';

/** What a client proposed, not yet checked. What it left out is missing or empty here. */
export interface ProposedParts {
  readonly id: string;
  readonly type: string | undefined;
  readonly contentType: string | undefined;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** The common part of the two generated classes for a proposed event. */
interface ProposedMessage {
  getId(): UUID | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getCustomMetadata_asU8(): Uint8Array;
  getData_asU8(): Uint8Array;
}

export function partsOf(message: ProposedMessage): ProposedParts {
  const properties = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: properties.get('type'),
    contentType: properties.get('content-type'),
    data: bufferOver(message.getData_asU8()),
    metadata: bufferOver(message.getCustomMetadata_asU8()),
  };
}

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NO_ID = '00000000-0000-0000-0000-000000000000';
// Longer names would not fit an index entry.
export const MAX_NAME_BYTES = 1024;

/** Checks what a client proposes before it can spoil a commit that it shares with other appends. */
export function parseProposedEvent({ id, type, contentType, data, metadata }: ProposedParts): ProposedEvent {
  const missing = [...(type === undefined ? ['type'] : []), ...(contentType === undefined ? ['content-type'] : [])];
  if (type === undefined || contentType === undefined) throw new RefusedError(missingProperties(missing));
  if (type === '') throw new RefusedError(invalidArgument('The type of an event must not be empty.'));
  requireStorableName('event type', type);
  // Anything but exactly this content type is stored as bytes, as on a real server.
  return { id: parseId(id), type, isJson: contentType === 'application/json', data, metadata };
}

/** Canonical lower-case form; ids are compared without regard to case. */
function parseId(text: string): string {
  const id = text.toLowerCase();
  if (!UUID_FORM.test(id) || id === NO_ID) throw new RefusedError(invalidArgument('An event needs an id: a UUID in text form that is not empty.'));
  return id;
}

export function parseStreamName(bytes: Uint8Array | undefined): string {
  const name = bytes === undefined ? '' : bufferOver(bytes).toString('utf8');
  if (name === '') throw new RefusedError(invalidArgument('A stream name must not be empty.'));
  requireStorableName('stream name', name);
  return name;
}

function requireStorableName(what: string, name: string): void {
  if (name.includes('\u0000')) throw new RefusedError(invalidArgument(`The ${what} must not hold a zero character.`));
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) {
    throw new RefusedError(invalidArgument(`The ${what} must not be longer than ${MAX_NAME_BYTES} bytes.`));
  }
}

function bufferOver(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
