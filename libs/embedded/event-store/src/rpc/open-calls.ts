type Cancel = () => void;

/** Long-lived calls, so that stopping can cancel them: a client takes a stream that ends with OK for one that will go on. */
export class OpenCalls {
  private readonly cancels = new Set<Cancel>();
  private stopping = false;

  /** Registers a call; returns how to forget it. A call that opens while stopping is cancelled at once. */
  add(cancel: Cancel): () => void {
    if (this.stopping) {
      cancel();
      return () => undefined;
    }
    this.cancels.add(cancel);
    return () => void this.cancels.delete(cancel);
  }

  /** Cancels what is open now. */
  cancelOpen(): void {
    for (const cancel of [...this.cancels]) cancel();
    this.cancels.clear();
  }

  /** Cancels what is open and whatever opens from now on. */
  close(): void {
    this.stopping = true;
    this.cancelOpen();
  }
}
