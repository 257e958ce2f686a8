import type { RecordedEvent } from '../log/recorded-event.js';
import { TOMBSTONE_REVISION } from '../log/recorded-event.js';
import type { StreamFollower } from '../log/stream-follower.js';
import type { EventSender } from './event-sender.js';
import type { Node } from './node.js';
import type { Outlet } from './outlet.js';
import { PageSize } from './page-size.js';
import { caughtUp, confirmation } from './read-messages.js';
import type { ReadRequest } from './read-request.js';
import { RefusedError, streamDeleted } from './refusal.js';
import { windowOf } from './stream-window.js';

/** Follows one stream, which need not exist yet. */
export async function subscribeToStream(
  node: Node,
  request: ReadRequest,
  stream: string,
  outlet: Outlet,
  sender: EventSender,
): Promise<void> {
  const follower = node.sequencer.tail.follow(stream, () => outlet.nudge());
  try {
    await outlet.send(confirmation(node.newId()));
    const feed = await StreamFeed.open(node, request, stream, outlet, sender);
    while (!outlet.closed) {
      // Before the first page is read: whatever is committed from here on is handed over, all before is in storage.
      follower.startAfresh();
      await feed.catchUp();
      // Missed again already: it has not caught up, so it must not say so.
      if (follower.missed) continue;
      await outlet.send(caughtUp());
      await feed.follow(follower);
    }
  } finally {
    follower.stop();
  }
}

class StreamFeed {
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
    const { reader, now } = this.node;
    const size = new PageSize();
    const window = windowOf(this.stream, await reader.head(this.stream), now());
    let from = Math.max(this.revision + 1, window.firstRevision);
    while (!this.outlet.closed) {
      const page = await reader.streamForwards(this.stream, from, size.next(Infinity));
      const last = page.at(-1);
      if (last === undefined) return;
      for (const event of page) if (window.shows(event)) await this.deliver(event);
      from = last.revision + 1;
    }
  }

  /** Until the reader leaves, or something was missed. */
  async follow(follower: StreamFollower): Promise<void> {
    while (!this.outlet.closed) {
      const taken = follower.take();
      for (const event of taken) {
        if (event.revision > this.revision) await this.deliver(event);
        if (this.outlet.closed) return;
      }
      if (follower.missed) return;
      // While these were delivered, more may have been offered: its wake was for nobody.
      if (taken.length === 0) await this.outlet.idle();
    }
  }

  private async deliver(event: RecordedEvent): Promise<void> {
    if (event.revision === TOMBSTONE_REVISION) throw new RefusedError(streamDeleted(this.stream));
    const busy = this.sender.send(event);
    if (busy !== undefined) await busy;
    this.revision = event.revision;
  }
}
