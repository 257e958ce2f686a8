import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

import type { EventFilter } from './event-filter.js';
import { parseFilter } from './event-filter.js';
import { toExactNumber } from './parse-expected-revision.js';
import { parseStreamName } from './parse-proposed-event.js';
import { invalidArgument, RefusedError } from './refusal.js';

export type StartingPoint = 'start' | 'end' | number;

export interface ReadRequest {
  /** Nothing means the whole log. */
  readonly stream: string | undefined;
  readonly from: StartingPoint;
  readonly backwards: boolean;
  readonly count: number;
  readonly subscription: boolean;
  readonly resolveLinks: boolean;
  readonly filter: EventFilter | undefined;
}

export function parseReadRequest(request: ReadReq): ReadRequest {
  const options = request.getOptions();
  if (options === undefined) throw new RefusedError(invalidArgument('The read has no options.'));
  if (options.getUuidOption()?.hasString() !== true) {
    throw new RefusedError(invalidArgument('This node gives event ids as text only; ask for text ids.'));
  }
  const stream = options.getStream();
  const filter = options.getFilter();
  const subscription = options.hasSubscription();
  const backwards = options.getReadDirection() === 1;
  if (subscription && backwards) throw new RefusedError(invalidArgument('A subscription reads forwards.'));
  return {
    stream: stream === undefined ? undefined : parseStreamName(stream.getStreamIdentifier()?.getStreamName_asU8()),
    from: stream === undefined ? positionFrom(options.getAll()) : revisionFrom(stream),
    backwards,
    count: subscription ? Number.POSITIVE_INFINITY : Number(options.getCount()),
    subscription,
    resolveLinks: options.getResolveLinks(),
    filter: filter === undefined ? undefined : parseFilter(filter),
  };
}

function revisionFrom(options: ReadReq.Options.StreamOptions): StartingPoint {
  if (options.hasRevision()) return toExactNumber(options.getRevision());
  if (options.hasEnd()) return 'end';
  return 'start';
}

function positionFrom(options: ReadReq.Options.AllOptions | undefined): StartingPoint {
  if (options === undefined) throw new RefusedError(invalidArgument('The read names neither a stream nor the whole log.'));
  const position = options.getPosition();
  if (position !== undefined) return toExactNumber(position.getCommitPosition());
  if (options.hasEnd()) return 'end';
  return 'start';
}
