import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

import type { RecordedEvent } from '../log/recorded-event.js';
import { invalidArgument, RefusedError } from './refusal.js';
import { compileSafeRegex } from './safe-regex.js';

const DEFAULT_WINDOW = 32;

export interface EventFilter {
  matches(event: RecordedEvent): boolean;
  /** A checkpoint is due after this many considered events, matching or not. */
  readonly checkpointEvery: number;
}

export function parseFilter(options: ReadReq.Options.FilterOptions): EventFilter {
  const multiplier = options.getCheckpointintervalmultiplier();
  if (multiplier === 0) throw new RefusedError(invalidArgument('The checkpoint interval multiplier must not be zero.'));
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  const checkpointEvery = multiplier * Math.max(1, window);
  const onStream = options.getStreamIdentifier();
  if (onStream !== undefined) {
    const test = textTest(onStream);
    return { checkpointEvery, matches: (event) => test(event.stream) };
  }
  const onType = options.getEventType();
  if (onType === undefined) throw new RefusedError(invalidArgument('The filter names neither stream nor event type.'));
  const test = textTest(onType);
  return { checkpointEvery, matches: (event) => test(event.type) };
}

function textTest(expression: ReadReq.Options.FilterOptions.Expression): (text: string) => boolean {
  const regex = expression.getRegex();
  if (regex !== '') {
    const compiled = compileSafeRegex(regex);
    return (text) => compiled.test(text);
  }
  const prefixes = expression.getPrefixList();
  return (text) => prefixes.some((prefix) => text.startsWith(prefix));
}
