import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { PlacedEvent } from '../stored-event.js';

/** What the server sends, for one event. */
export type Resolved = ResolvedEvent | AllStreamResolvedEvent;

/** The event as the product knows it; null for a link without a target and for what is not JSON: neither is ours. */
export function placedEvent({ event, commitPosition }: Resolved): PlacedEvent | null {
  if (!event?.isJson) return null;
  return {
    id: event.id, type: event.type, data: event.data as Readonly<Record<string, unknown>>,
    metadata: (event.metadata ?? {}) as Readonly<Record<string, unknown>>,
    stream: event.streamId, revision: event.revision, position: event.position?.commit ?? commitPosition ?? 0n,
  };
}

/** Where on the server the read has come to, whatever the event is. */
export const positionOf = ({ event, link, commitPosition }: Resolved): bigint =>
  commitPosition ?? link?.position?.commit ?? event?.position?.commit ?? 0n;
