import type { DomainEvent, Recorded } from './event.js';
import type { Row, RowKey, View } from './view.js';

/** A view held in memory: the auditor replays into one, the projector folds each batch through one. */
export class ViewMap<E extends DomainEvent, Body> {
  private readonly rows = new Map<string, Row<Body>>();
  private readonly byLookup = new Map<string, Set<string>>();
  private readonly changed = new Set<string>();

  constructor(readonly view: View<E, Body>) {}

  /** Puts in a row as it was stored. */
  load(key: string, row: Row<Body>): void {
    this.put(key, row);
  }

  /** Applies one event to every row that it touches; events the view does not handle change nothing. */
  apply(recorded: Recorded<E>): void {
    if (!this.handles(recorded)) return;
    for (const key of this.touched(this.view.keys(recorded))) {
      this.put(key, this.view.apply(this.rows.get(key) ?? null, recorded, key));
      this.changed.add(key);
    }
  }

  handles(recorded: Recorded<E>): boolean {
    return this.view.handles.includes(recorded.event.type);
  }

  get(key: string): Row<Body> | undefined {
    return this.rows.get(key);
  }

  entries(): IterableIterator<[string, Row<Body>]> {
    return this.rows.entries();
  }

  /** What changed since it was made: rows to write, and keys to remove (null). */
  changes(): [string, Row<Body> | null][] {
    return [...this.changed].map((key) => [key, this.rows.get(key) ?? null]);
  }

  private touched(keys: readonly RowKey[]): Set<string> {
    return new Set(keys.flatMap((each) => ('key' in each ? [each.key] : [...this.byLookup.get(each.lookup) ?? []])));
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
