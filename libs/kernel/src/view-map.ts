import type { DomainEvent, Recorded } from './event.js';
import type { Row, View } from './view.js';

/** A view held in memory: how the auditor replays it, and how tests see it. */
export class ViewMap<E extends DomainEvent, Body> {
  private readonly rows = new Map<string, Row<Body>>();
  private readonly byLookup = new Map<string, Set<string>>();

  constructor(private readonly view: View<E, Body>) {}

  /** Applies one event to every row that it touches; events the view does not handle change nothing. */
  apply(recorded: Recorded<E>): void {
    if (!this.view.handles.includes(recorded.event.type)) return;
    for (const key of this.touched(recorded)) this.put(key, this.view.apply(this.rows.get(key) ?? null, recorded, key));
  }

  get(key: string): Row<Body> | undefined {
    return this.rows.get(key);
  }

  entries(): IterableIterator<[string, Row<Body>]> {
    return this.rows.entries();
  }

  private touched(recorded: Recorded<E>): Set<string> {
    const keys = new Set<string>();
    for (const each of this.view.keys(recorded)) {
      if ('key' in each) keys.add(each.key);
      else for (const key of this.byLookup.get(each.lookup) ?? []) keys.add(key);
    }
    return keys;
  }

  private put(key: string, row: Row<Body> | null): void {
    for (const lookup of this.rows.get(key)?.lookups ?? []) this.byLookup.get(lookup)?.delete(key);
    if (row === null) {
      this.rows.delete(key);
      return;
    }
    this.rows.set(key, row);
    for (const lookup of row.lookups) {
      const keys = this.byLookup.get(lookup) ?? new Set<string>();
      keys.add(key);
      this.byLookup.set(lookup, keys);
    }
  }
}
