import { Args, Query, Resolver } from '@nestjs/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor, OrganisationId } from '@mash/kernel';
import { Order } from '@mash/replay';
import type { Entry } from '@mash/replay';
import { Audits } from '../service/auditing.js';
import { ReplayArgs, ReplayPage } from './order.objects.js';
import type { ReplayedEvent } from './order.objects.js';

const mostEvents = 500;

@Resolver()
export class OrderResolver {
  constructor(private readonly audits: Audits, private readonly order: Order) {}

  @Query(() => ReplayPage, { description: 'Every event in order, without content.' })
  @Permit('audit:replay')
  replay(@Args() args: ReplayArgs, @CurrentActor() auditor: Actor): Promise<ReplayPage> {
    return this.audits.answer({ operation: 'replay', auditor }, async ({ mandatedBy }) => {
      const first = Math.min(Math.max(1, args.first), mostEvents);
      const { entries, total } = await this.order.page({
        from: args.from ?? null, until: args.until ?? null, agency: args.agency ?? null, type: args.type ?? null,
        enquiryId: args.enquiryId ?? null, enquiriesOf: mandatedBy,
      }, first + 1, fromCursor(args.after ?? null));
      const shown = entries.slice(0, first);
      const last = shown.at(-1);
      return { answer: {
        items: shown.map((entry) => shownOf(entry, mandatedBy)), total, next: entries.length > first && last ? toCursor(last.ordinal) : null,
      } };
    });
  }
}

/** What an auditor may know of a line without opening anything. */
export function shownOf(entry: Entry, mandatedBy: readonly OrganisationId[]): ReplayedEvent {
  const { ordinal, eventId, recordedAt, occurredAt, type, agency } = entry;
  const mandated = agency !== null && mandatedBy.includes(agency);
  return {
    ordinal, eventId, recordedAt, occurredAt, type, agency, mandated,
    actor: mandated ? entry.practitioner ?? entry.process : null, stream: mandated ? entry.stream : null,
    revision: mandated ? entry.revision.toString() : null, enquiryId: mandated ? entry.enquiryId : null,
    subjects: mandated ? [...entry.subjects] : null,
  };
}

const toCursor = (ordinal: number): string => Buffer.from(String(ordinal)).toString('base64url');

/** A cursor that no page gave out begins at the first event. */
function fromCursor(cursor: string | null): number {
  const ordinal = Number(Buffer.from(cursor ?? '', 'base64url').toString());
  return Number.isSafeInteger(ordinal) && ordinal > 0 ? ordinal : 0;
}
