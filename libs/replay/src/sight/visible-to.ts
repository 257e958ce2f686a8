import { mayKnowOf, permits } from '@mash/access-policy';
import type { StatedPurpose } from '@mash/access-policy';
import type { Actor, DomainEvent, Instant, Row, ViewMap } from '@mash/kernel';
import { readPermissions } from './read-permissions.js';

/** A field that was held back, and by which rule. */
export interface WithheldField {
  readonly field: string;
  readonly rule: string;
}

/** Who looks, when and what for. Without a purpose each record is read for the one it came for: the most they could see. */
export interface Looking {
  readonly actor: Actor;
  readonly now: Instant;
  readonly purpose: StatedPurpose | null;
}

/** Takes from a row's body what its restrictions keep from this reader: the same function that the query uses. */
export type Narrowing = (body: unknown, looking: Looking) => { readonly body: unknown; readonly withheld: readonly WithheldField[] };

/** One row as somebody sees it. */
export interface Seen {
  readonly view: string;
  readonly key: string;
  readonly row: Row<unknown>;
  readonly withheld: readonly WithheldField[];
}

/**
 * What somebody can see of replayed views: rows that they may know of, in views that their post may read, each narrowed.
 * Ordered by view and key.
 */
export function visibleTo(
  maps: ReadonlyMap<string, ViewMap<DomainEvent, unknown>>, looking: Looking, narrowings: Readonly<Record<string, Narrowing>> = {},
): Seen[] {
  const seen: Seen[] = [];
  for (const [view, map] of maps) {
    const permission = readPermissions[view];
    if (permission === undefined || permits(looking.actor, permission) !== 'granted') continue;
    for (const [key, row] of map.entries()) {
      if (!mayKnowOf(looking.actor, row)) continue;
      const { body, withheld } = narrowings[view]?.(row.body, looking) ?? { body: row.body, withheld: [] };
      seen.push({ view, key, row: { ...row, body }, withheld });
    }
  }
  return seen.sort((a, b) => (a.view === b.view ? order(a.key, b.key) : order(a.view, b.view)));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
