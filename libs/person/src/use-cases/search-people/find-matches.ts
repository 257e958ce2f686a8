import type { Actor } from '@mash/kernel';
import type { SearchCriteria } from '@mash/person-events';
import type { ViewReader } from '@mash/views';
import { mostRows } from '@mash/views';
import type { MatchReason } from '../../domain/terms.js';
import { searchTermsOf } from '../../domain/terms.js';
import type { PersonBody } from '../../views/person-view.js';

/** Somebody who may be the person searched for, and why. `key` names the row that was read. */
export interface PersonMatch {
  readonly key: string;
  readonly why: readonly MatchReason[];
  readonly person: PersonBody;
}

/**
 * Who matches, strongest first, among the rows that the searcher may know of: the database leaves out all others, so that
 * neither a match nor its absence says anything about another agency's records (5.R9).
 */
export async function findMatches(views: ViewReader, actor: Actor, criteria: SearchCriteria): Promise<PersonMatch[]> {
  const found = new Map<string, PersonMatch>();
  for (const { why, terms } of searchTermsOf(criteria)) {
    const { rows } = await views.list<PersonBody>(actor, 'person', { terms }, mostRows, null);
    for (const { key, row } of rows) {
      const match = found.get(row.body.id);
      // Somebody in two units sees a person once, by the fuller of the two records.
      const fuller = match && (match.person.kind !== 'MARKER' || row.body.kind === 'MARKER') ? match : { key, person: row.body };
      found.set(row.body.id, { key: fuller.key, person: fuller.person, why: [...new Set([...match?.why ?? [], why])] });
    }
  }
  return [...found.values()];
}
