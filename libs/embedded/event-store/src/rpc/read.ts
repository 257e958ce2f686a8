import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';

import type { RecordedEvent } from '../log/recorded-event.js';
import { TOMBSTONE_REVISION } from '../log/recorded-event.js';
import { isSoftDeleted } from '../log/stream-metadata.js';
import { EventSender } from './event-sender.js';
import { FairShare } from './fair-share.js';
import type { Visitor } from './gate.js';
import type { Node } from './node.js';
import { Outlet } from './outlet.js';
import { PageSize } from './page-size.js';
import { streamNotFound } from './read-messages.js';
import type { ReadRequest } from './read-request.js';
import { parseReadRequest } from './read-request.js';
import { cancelled, cannotServe, RefusedError, streamDeleted } from './refusal.js';
import { windowOf } from './stream-window.js';
import { subscribeToAll } from './subscribe-to-all.js';
import { subscribeToStream } from './subscribe-to-stream.js';

type ReadCall = ServerWritableStream<ReadReq, Buffer>;
type NextPage = (after: RecordedEvent | undefined, limit: number) => Promise<readonly RecordedEvent[]>;

/** One call serves reads and catch-up subscriptions, of a stream and of the whole log. */
export function readHandler(node: Node) {
  return (call: ReadCall, visitor: Visitor): void => {
    const outlet = new Outlet(call);
    const forget = node.openCalls.add(() => outlet.fail(cancelled()));
    serve(node, call, visitor, outlet)
      .catch((error: unknown) => {
        if (error instanceof RefusedError) return outlet.fail(error.refusal);
        node.log({ level: 'error', msg: 'read failed', error: error instanceof Error ? error.message : String(error) });
        outlet.fail(cannotServe());
      })
      .finally(forget);
  };
}

async function serve(node: Node, call: ReadCall, visitor: Visitor, outlet: Outlet): Promise<void> {
  const request = parseReadRequest(call.request);
  const sender = new EventSender(outlet, node, visitor, request.resolveLinks);
  if (request.subscription) {
    // Only the node that writes knows when something new is committed.
    if (!node.sequencer.holdsLog) throw new RefusedError(cannotServe());
    await (request.stream === undefined
      ? subscribeToAll(node, request, outlet, sender)
      : subscribeToStream(node, request, request.stream, outlet, sender));
    return;
  }
  const matches = request.filter?.matches ?? ((): boolean => true);
  const share = request.filter && new FairShare();
  if (request.stream === undefined) await sendPages(allPages(node, request), request.count, matches, outlet, sender, share);
  else await readStream(node, request, request.stream, outlet, sender);
  outlet.end();
}

async function readStream(node: Node, request: ReadRequest, stream: string, outlet: Outlet, sender: EventSender): Promise<void> {
  const head = await node.reader.head(stream);
  if (head.last === TOMBSTONE_REVISION) throw new RefusedError(streamDeleted(stream));
  if (head.last < 0 || isSoftDeleted(head.metadata)) {
    await outlet.send(streamNotFound(stream));
    return;
  }
  const window = windowOf(stream, head, node.now());
  const asked = request.from === 'start' ? 0 : request.from === 'end' ? head.last : request.from;
  const first = Math.min(asked, request.backwards ? head.last : head.last + 1);
  if (request.from === 'end' && !request.backwards) return;
  const pages: NextPage = request.backwards
    ? (after, limit) => {
        const from = after === undefined ? first : after.revision - 1;
        const visible = from - window.firstRevision + 1;
        return visible <= 0 ? Promise.resolve([]) : node.reader.streamBackwards(stream, from, Math.min(limit, visible));
      }
    : (after, limit) => {
        const from = after === undefined ? Math.max(first, window.firstRevision) : after.revision + 1;
        // Never past the head seen at the start: a read ends although the stream goes on growing.
        return from > head.last ? Promise.resolve([]) : node.reader.streamForwards(stream, from, Math.min(limit, head.last - from + 1));
      };
  await sendPages(pages, request.count, (event) => window.shows(event), outlet, sender);
}

function allPages(node: Node, request: ReadRequest): NextPage {
  const { from } = request;
  if (request.backwards) {
    const before = from === 'start' ? 0 : from === 'end' ? Number.MAX_SAFE_INTEGER : from;
    return (after, limit) => node.reader.allBefore(after?.position ?? before, limit);
  }
  // Forwards a position is inclusive, backwards exclusive: that is how the protocol has it.
  const after = from === 'start' ? 0 : from === 'end' ? Number.MAX_SAFE_INTEGER : from - 1;
  return (last, limit) => node.reader.allAfter(last?.position ?? after, limit);
}

/** Sends page after page, fetching the next one while the reader takes this one. */
async function sendPages(
  pages: NextPage,
  count: number,
  matches: (event: RecordedEvent) => boolean,
  outlet: Outlet,
  sender: EventSender,
  /** Only where matching takes time. */
  share?: FairShare,
): Promise<void> {
  const size = new PageSize();
  let left = count;
  if (left <= 0) return;
  let limit = size.next(left);
  let page = await pages(undefined, limit);
  while (page.length > 0 && !outlet.closed) {
    const last = page.at(-1);
    limit = size.next(Math.min(left, Number.MAX_SAFE_INTEGER));
    const following = (): Promise<readonly RecordedEvent[]> => pages(last, limit);
    const ahead = page.length < left ? following() : undefined;
    // A failure here is met when the page is awaited below, not as an unhandled rejection.
    ahead?.catch(() => undefined);
    for (const event of page) {
      const turn = share?.spent();
      if (turn !== undefined) await turn;
      if (!matches(event)) continue;
      const busy = sender.send(event);
      if (busy !== undefined) await busy;
      left -= 1;
      if (left <= 0 || outlet.closed) return;
    }
    page = await (ahead ?? following());
  }
}
