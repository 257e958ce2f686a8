/** A page of rows as the hub answers with it. The total counts only what this reader can see. */
export interface PageOf<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly total: number;
}
