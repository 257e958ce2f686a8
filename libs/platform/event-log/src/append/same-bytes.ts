import type { JSONEventType, JSONType } from '@eventstore/db-client';
import { jsonEvent } from '@eventstore/db-client';
import type { StoredEvent } from '../stored-event.js';

/**
 * The events as the client takes them, cut off from the caller's objects: a try that comes later must send the bytes of
 * the first, whatever the caller has done with its objects since. Made before the first try also because the client
 * serialises in a place where a value that is no JSON would end the process.
 * @throws TypeError when something in an event cannot be JSON
 */
export const sameBytes = (events: readonly StoredEvent[]): ReturnType<typeof jsonEvent<JSONEventType>>[] =>
  events.map(({ id, type, data, metadata }) => jsonEvent<JSONEventType>({ id, type, data: frozenCopy(data), metadata: jsonBytes(metadata) }));

const encoder = new TextEncoder();

/** The client sends metadata given as bytes as they are; data it serialises anew at each try, so those need a copy. */
const jsonBytes = (value: Readonly<Record<string, unknown>>): Uint8Array => encoder.encode(JSON.stringify(value));

const frozenCopy = (value: Readonly<Record<string, unknown>>): JSONType => JSON.parse(JSON.stringify(value)) as JSONType;
