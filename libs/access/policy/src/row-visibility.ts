import type { Actor, Row } from '@mash/kernel';

/**
 * Whether the actor may know that the row exists: the same sentence that row-level security says in SQL, for the auditor
 * who replays. A test holds the two against each other over a seeded world.
 */
export function mayKnowOf(actor: Pick<Actor, 'practitioner' | 'agency' | 'units'>, row: Row<unknown>): boolean {
  const belongs = row.agency === null || (row.agency === actor.agency
    && (row.units.some((unit) => actor.units.includes(unit)) || row.people.includes(actor.practitioner)));
  return belongs
    && (row.only.length === 0 || row.only.includes(actor.practitioner))
    && !row.excluded.includes(actor.practitioner);
}
