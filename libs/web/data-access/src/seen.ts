/** How far the log had come when the hub last accepted something from this page: the next read waits for it. */
let latest: bigint | null = null;

export const noteSeen = (seen: string): void => {
  const position = BigInt(seen);
  if (latest === null || position > latest) latest = position;
};

export const atLeast = (): string | null => latest?.toString() ?? null;
