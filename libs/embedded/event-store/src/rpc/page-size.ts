const FIRST = 64;
const MOST = 1024;
const GROWTH = 4;

/** Chooses how many events to ask for next: few at first, so that the first of them come soon. */
export class PageSize {
  private size = FIRST / GROWTH;

  next(wanted: number): number {
    this.size = Math.min(MOST, this.size * GROWTH);
    return Math.min(this.size, wanted);
  }
}
