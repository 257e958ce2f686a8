import type { RecordedEvent } from '../log/recorded-event.js';
import { TOMBSTONE_REVISION } from '../log/recorded-event.js';
import type { EventSender } from './event-sender.js';
import type { Node } from './node.js';
import type { Outlet } from './outlet.js';
import { PageSize } from './page-size.js';
import { caughtUp, confirmation } from './read-messages.js';
import type { ReadRequest } from './read-request.js';
import { RefusedError, streamDeleted } from './refusal.js';
import { windowOf } from './stream-window.js';

const LIVE_SLICE = 1024;

/** Follows one stream, which need not exist yet. */
export async function subscribeToStream(
  node: Node,
  request: ReadRequest,
  stream: string,
  outlet: Outlet,
  sender: EventSender,
): Promise<void> {
  const { tail } = node.sequencer;
  const stopListening = tail.onPublish(() => outlet.nudge(), stream);
  try {
    await outlet.send(confirmation(node.newId()));
    const feed = await StreamFeed.open(node, request, stream, outlet, sender);
    while (!outlet.closed) {
      await feed.catchUp();
      await outlet.send(caughtUp());
      while (!outlet.closed && (await feed.followTail())) await outlet.idle();
    }
  } finally {
    stopListening();
  }
}

class StreamFeed {
  private readonly size = new PageSize();
  /** Everything of the stream at or before this log position has been seen. */
  private scanned = 0;

  private constructor(
    private readonly node: Node,
    private readonly stream: string,
    private readonly outlet: Outlet,
    private readonly sender: EventSender,
    private revision: number,
  ) {}

  static async open(node: Node, request: ReadRequest, stream: string, outlet: Outlet, sender: EventSender): Promise<StreamFeed> {
    const head = await node.reader.head(stream);
    if (head.last === TOMBSTONE_REVISION) throw new RefusedError(streamDeleted(stream));
    const after = request.from === 'start' ? -1 : request.from === 'end' ? head.last : request.from;
    return new StreamFeed(node, stream, outlet, sender, after);
  }

  async catchUp(): Promise<void> {
    const { reader, sequencer, now } = this.node;
    const window = windowOf(this.stream, await reader.head(this.stream), now());
    for (;;) {
      // Noted before the page is read: whatever is published up to here is in the page or was sent before.
      const head = sequencer.tail.head;
      const limit = this.size.next(Infinity);
      const page = await reader.streamForwards(this.stream, Math.max(this.revision + 1, window.firstRevision), limit);
      this.size.learn(page);
      for (const event of page) if (window.shows(event)) await this.deliver(event);
      if (this.outlet.closed) return;
      if (page.length < limit) {
        this.scanned = head;
        return;
      }
    }
  }

  /** Whether the tail could be followed to its end; if not, the feed has fallen behind and must catch up. */
  async followTail(): Promise<boolean> {
    const { tail } = this.node.sequencer;
    for (;;) {
      if (!tail.covers(this.scanned)) return false;
      const slice = tail.after(this.scanned, LIVE_SLICE);
      const last = slice.at(-1);
      if (last === undefined) return true;
      for (const event of slice) {
        if (event.stream === this.stream && event.revision > this.revision) await this.deliver(event);
        if (this.outlet.closed) return true;
      }
      this.scanned = last.position;
    }
  }

  private async deliver(event: RecordedEvent): Promise<void> {
    if (event.revision === TOMBSTONE_REVISION) throw new RefusedError(streamDeleted(this.stream));
    const busy = this.sender.send(event);
    if (busy !== undefined) await busy;
    this.revision = event.revision;
  }
}
