import type { RecordedEvent } from '../log/recorded-event.js';
import { LINK_TYPE } from '../log/recorded-event.js';
import type { EventReader } from '../storage/event-reader.js';
import type { Outlet } from './outlet.js';

/** Sends events over one call, following links to their targets when the reader asked for that. */
export class EventSender {
  constructor(
    private readonly outlet: Outlet,
    private readonly reader: EventReader,
    private readonly resolveLinks: boolean,
  ) {}

  send(event: RecordedEvent): Promise<void> | undefined {
    if (this.resolveLinks && event.type === LINK_TYPE) return this.sendResolved(event);
    return this.outlet.send(event.wire);
  }

  private async sendResolved(link: RecordedEvent): Promise<void> {
    const [revision, ...stream] = link.data.toString('utf8').split('@');
    const target = await this.reader.at(stream.join('@'), Number.parseInt(revision ?? '', 10) || 0);
    await this.outlet.send(link.asLinkTo(target));
  }
}
