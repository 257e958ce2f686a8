import { Injectable } from '@nestjs/common';
import { Journal } from '@mash/event-log';
import type { OrganisationId } from '@mash/kernel';
import { Order } from '@mash/replay';
import type { Entry } from '@mash/replay';
import { Keys } from '../service/keys.js';
import { piecesOf } from './pieces.js';
import type { Piece } from './pieces.js';

/** An event's line in the order, and its content as far as the keys open it. */
export interface OpenedEvent {
  readonly entry: Entry;
  readonly pieces: readonly Piece[];
}

/** Opens one event's content with the keys of the agencies that gave a mandate. */
@Injectable()
export class EventOpener {
  constructor(private readonly order: Order, private readonly journal: Journal, private readonly keys: Keys) {}

  /**
   * Null when none of those agencies acted in it or holds a copy of what is sealed in it: to this auditor it is then
   * type, time and agency, and nothing to open.
   */
  async open(eventId: string, mandatedBy: readonly OrganisationId[]): Promise<OpenedEvent | null> {
    const entry = mandatedBy.length === 0 ? null : await this.order.find(eventId);
    const placed = entry && await this.journal.log.readOne(entry.stream, entry.revision);
    if (!entry || placed?.id !== entry.eventId) return null;
    const [recorded] = await this.keys.of(mandatedBy).opened([placed]);
    const pieces = piecesOf(recorded?.event.data);
    const theirs = entry.agency !== null && mandatedBy.includes(entry.agency);
    return theirs || pieces.some((piece) => piece.sealed && !piece.withheld) ? { entry, pieces } : null;
  }
}
