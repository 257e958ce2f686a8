import { Args, Query, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { Audits } from '../service/auditing.js';
import { AsOfArgs, SightPage } from './as-of.objects.js';
import { Sights } from './sight.js';
import type { Sight, SightedRow } from './sight.js';

const mostRows = 500;

@Resolver()
export class AsOfResolver {
  constructor(private readonly audits: Audits, private readonly sights: Sights) {}

  @Query(() => SightPage, { description: 'What somebody could see at a moment, replayed from the events up to it. Needs a mandate.' })
  @Permit('audit:replay')
  asOf(@Args() { practitionerId, purpose, ...args }: AsOfArgs, @CurrentActor() auditor: Actor): Promise<SightPage> {
    const [at, eventId] = [args.at ?? null, args.eventId ?? null];
    if (at !== null && eventId !== null) {
      throw new GraphQLError('Name a moment or an event, not both.', { extensions: { code: 'BAD_USER_INPUT' } });
    }
    return this.audits.answer({ operation: 'asOf', auditor, purpose, practitioner: practitionerId }, async ({ mandatedBy }) => {
      const looked = { practitionerId, at, eventId, readingFor: args.readingFor ?? null, views: args.views ?? null };
      const sight = await this.sights.of(looked, mandatedBy);
      if (sight === null) return { answer: null, through: eventId };
      const answer = pageOf(sight, Math.min(Math.max(1, args.first), mostRows), fromCursor(args.after ?? null));
      return { answer, opened: openedOf(answer), through: sight.through };
    });
  }
}

const nameOf = ({ view, key }: Pick<SightedRow, 'view' | 'key'>): string => `${view}:${key}`;

/** Rows whose content goes out; the directory holds no case data and is not noted, as in the hub. */
const openedOf = (page: SightPage): string[] => page.items.filter((row) => row.agency !== null && row.body !== null).map(nameOf);

function pageOf({ actor, now, through, rows }: Sight, first: number, after: string | null): SightPage {
  const begin = after === null ? 0 : rows.findIndex((row) => nameOf(row) === after) + 1;
  const items = after !== null && begin === 0 ? [] : rows.slice(begin, begin + first);
  const last = items.at(-1);
  return {
    practitionerId: actor.practitioner, agency: actor.agency, units: [...actor.units], roles: [...actor.roles], at: now, through,
    items: items.map((row) => ({ ...row, withheld: [...row.withheld] })),
    next: last && begin + items.length < rows.length ? Buffer.from(nameOf(last)).toString('base64url') : null, total: rows.length,
  };
}

const fromCursor = (cursor: string | null): string | null => (cursor === null ? null : Buffer.from(cursor, 'base64url').toString());
