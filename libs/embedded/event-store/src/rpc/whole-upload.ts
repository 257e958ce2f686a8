import type { ServerReadableStream } from '@grpc/grpc-js';

/** A client says that its upload is complete in the same breath as its last message. */
const SAME_BREATH_MS = 5;
/** A client that breaks off says "complete" first and "cancelled" up to some 20 ms later. */
const SECOND_THOUGHTS_MS = 40;
/** A client whose deadline ends breaks off too, and may be a little ahead of us. */
const NEARLY_OVER_MS = 50;

interface UploadEnds {
  /** Everything that the client had to send is here. */
  readonly whole: () => void;
  /** The client's deadline is over, or so near that nobody can tell whether it broke off. */
  readonly late: () => void;
}

/**
 * Tells the end of an upload from its breaking off. This library reports both as "end": when the connection is lost
 * and when the client cancels, a moment before it says so. An append cut short must never be taken for a whole one.
 */
export function onUploadEnd(call: ServerReadableStream<unknown, unknown>, now: () => number, { whole, late }: UploadEnds): void {
  let lastHeard = performance.now();
  const judge = (): void => {
    if (call.cancelled) return;
    if (endOf(call.getDeadline()) - now() < NEARLY_OVER_MS) late();
    else whole();
  };
  call.on('data', () => (lastHeard = performance.now()));
  call.on('end', () => {
    // A lost connection shows as "cancelled" within this turn.
    if (performance.now() - lastHeard < SAME_BREATH_MS) setImmediate(judge);
    else setTimeout(judge, SECOND_THOUGHTS_MS);
  });
}

function endOf(deadline: Date | number): number {
  return typeof deadline === 'number' ? deadline : deadline.getTime();
}
