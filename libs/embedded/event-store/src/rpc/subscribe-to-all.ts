import type { RecordedEvent } from '../log/recorded-event.js';
import type { EventSender } from './event-sender.js';
import { FairShare } from './fair-share.js';
import type { Node } from './node.js';
import type { Outlet } from './outlet.js';
import { PageSize } from './page-size.js';
import { caughtUp, checkpoint, confirmation } from './read-messages.js';
import type { ReadRequest } from './read-request.js';

const LIVE_SLICE = 256;

/** Catches up from storage, then follows the tail; whoever falls behind the tail catches up again. */
export async function subscribeToAll(node: Node, request: ReadRequest, outlet: Outlet, sender: EventSender): Promise<void> {
  const { tail } = node.sequencer;
  const size = new PageSize();
  const feed = new FilteredFeed(request, outlet, sender);
  let cursor = request.from === 'start' ? 0 : request.from === 'end' ? tail.head : request.from;
  let live = false;
  const stopListening = tail.onPublish(() => outlet.nudge());
  try {
    await outlet.send(confirmation(node.newId()));
    while (!outlet.closed) {
      const inMemory = tail.covers(cursor);
      const events = inMemory ? tail.after(cursor, LIVE_SLICE) : await node.reader.allAfter(cursor, size.next(Infinity));
      if (!inMemory) live = false;
      for (const event of events) {
        await feed.consider(event);
        if (outlet.closed) return;
        cursor = event.position;
      }
      if (events.length > 0) continue;
      if (!live) {
        await feed.checkpointNow();
        await outlet.send(caughtUp());
        live = true;
        continue;
      }
      await outlet.idle();
    }
  } finally {
    stopListening();
  }
}

/** Applies the filter and announces checkpoints. */
class FilteredFeed {
  private readonly share = new FairShare();
  private considered = 0;
  private last = -1;
  private announced = -1;

  constructor(
    private readonly request: ReadRequest,
    private readonly outlet: Outlet,
    private readonly sender: EventSender,
  ) {}

  async consider(event: RecordedEvent): Promise<void> {
    const { filter } = this.request;
    if (filter === undefined) {
      const busy = this.sender.send(event);
      if (busy !== undefined) await busy;
      return;
    }
    // A run of thousands that match nothing would else be one turn.
    const turn = this.share.spent();
    if (turn !== undefined) await turn;
    if (filter.matches(event)) {
      const busy = this.sender.send(event);
      if (busy !== undefined) await busy;
    }
    this.last = event.position;
    this.considered += 1;
    if (this.considered < filter.checkpointEvery) return;
    this.considered = 0;
    await this.checkpointNow();
  }

  /** A checkpoint is the last event considered, never the head: resuming from the head could skip what was not considered. */
  async checkpointNow(): Promise<void> {
    if (this.request.filter === undefined || this.last <= this.announced) return;
    this.announced = this.last;
    await this.outlet.send(checkpoint(this.last));
  }
}
