import type { RecordedEvent } from '../log/recorded-event.js';
import { LINK_TYPE, TOMBSTONE_REVISION } from '../log/recorded-event.js';
import type { Visitor } from './gate.js';
import type { Node } from './node.js';
import type { Outlet } from './outlet.js';
import { MAX_NAME_BYTES } from './parse-proposed-event.js';
import { windowOf } from './stream-window.js';

/** What a link holds: the revision and the stream of its target. Whatever else its data may be leads nowhere. */
const LINK = /^(\d{1,15})@([^\0]+)$/;

/** Sends events over one call, following links to their targets when the reader asked for that. */
export class EventSender {
  constructor(
    private readonly outlet: Outlet,
    private readonly node: Pick<Node, 'reader' | 'now'>,
    private readonly visitor: Visitor,
    private readonly resolveLinks: boolean,
  ) {}

  send(event: RecordedEvent): Promise<void> | undefined {
    if (this.resolveLinks && event.type === LINK_TYPE) return this.sendResolved(event);
    return this.outlet.send(event.wire);
  }

  private async sendResolved(link: RecordedEvent): Promise<void> {
    await this.outlet.send(link.asLinkTo(await this.targetOf(link)));
  }

  /** A link leads only to what its reader could read by itself: anybody who may write may write a link to anything. */
  private async targetOf(link: RecordedEvent): Promise<RecordedEvent | undefined> {
    const [, revision, stream] = LINK.exec(link.data.toString('utf8')) ?? [];
    if (revision === undefined || stream === undefined || Buffer.byteLength(stream) > MAX_NAME_BYTES) return undefined;
    if (!(await this.visitor.may('read', stream))) return undefined;
    const { reader, now } = this.node;
    const [target, head] = await Promise.all([reader.at(stream, Number(revision)), reader.head(stream)]);
    if (target === undefined || head.last === TOMBSTONE_REVISION) return undefined;
    const window = windowOf(stream, head, now());
    return target.revision >= window.firstRevision && window.shows(target) ? target : undefined;
  }
}
