import { setImmediate as nextTurn } from 'node:timers/promises';

const SHARE_MS = 10;

/** For work that goes on without waiting for anything: after a share of time everybody else gets a turn. */
export class FairShare {
  private since = performance.now();

  /** Nothing while the share lasts, otherwise a promise of the next turn. */
  spent(): Promise<void> | undefined {
    return performance.now() - this.since < SHARE_MS ? undefined : this.giveWay();
  }

  private async giveWay(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }
}
