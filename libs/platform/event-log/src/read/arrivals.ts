/** Why there is nothing to take just now. */
export type Pause = 'more' | 'ended' | 'silent';

/** As much of a readable stream as is used: the client's own types for its streams are narrower than Node's. */
interface Source {
  read(): unknown;
  resume(): unknown;
  on(event: 'readable' | 'end' | 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'readable', listener: () => void): unknown;
}

/**
 * What a call sends us, at our own pace. Nothing is asked for before it is taken, so that a slow reader holds up the
 * server and not its own memory; and whoever waits is answered when something arrives, the call ends in any of the
 * ways in which it can end, or time is up.
 */
export class Arrivals<T> {
  private failure: { readonly error: unknown } | null = null;
  private ended = false;
  /** Something came while nobody waited: the source says so once only. */
  private news = false;
  private wake: () => void = () => undefined;

  constructor(private readonly source: Source, private readonly cancel: () => Promise<void>) {
    source.on('readable', this.soon);
    // Stays for ever: an error that comes after the last listener has gone would end the process.
    source.on('error', (error) => {
      this.failure ??= { error };
      this.wake();
    });
    source.on('end', this.end);
    source.on('close', this.end);
  }

  /** The next one, or null when none has arrived. */
  take(): T | null {
    return this.source.read() as T | null;
  }

  /** All that has arrived; nothing when none has. */
  takeAll(): T[] {
    const all: T[] = [];
    for (let each = this.take(); each !== null; each = this.take()) all.push(each);
    return all;
  }

  /** Ends a wait, or the next one when nobody waits; whoever waits looks again. */
  readonly nudge = (): void => {
    this.news = true;
    this.wake();
  };

  /** Waits, for so many milliseconds at most, which may be infinite. @throws whatever the call failed with */
  async wait(milliseconds: number): Promise<Pause> {
    if (this.failure === null && !this.ended && !this.news) {
      let timer: NodeJS.Timeout | undefined;
      const silent = await new Promise<boolean>((resolve) => {
        this.wake = () => resolve(false);
        if (Number.isFinite(milliseconds)) timer = setTimeout(resolve, milliseconds, true);
      });
      clearTimeout(timer);
      if (silent) return 'silent';
    }
    this.news = false;
    if (this.failure !== null) throw this.failure.error;
    return this.ended ? 'ended' : 'more';
  }

  /**
   * Leaves the call before its end. Destroying our side would leave the call open on the server, so it is cancelled; and
   * nobody waits for that, because a call that is still being made cannot be cancelled yet.
   */
  leave(): void {
    this.source.off('readable', this.soon);
    this.source.resume();
    void this.cancel().catch(() => undefined);
  }

  /** One turn later, so that what comes in one packet is taken in one go. */
  private readonly soon = (): void => void setImmediate(this.nudge);

  private readonly end = (): void => {
    this.ended = true;
    this.wake();
  };
}
