/**
 * The same values, with the next one fetched while the present one is worked on. For sources that end by themselves:
 * leaving early waits for the fetch under way.
 */
export async function* fetchedAhead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let coming = iterator.next();
  try {
    for (let result = await coming; !result.done; result = await coming) {
      coming = iterator.next();
      // A failure is met where the value is awaited, not as one that nobody handled.
      coming.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await coming.catch(() => undefined);
    await iterator.return?.();
  }
}

/** The values in batches of at most so many. */
export async function* inBatches<T>(source: AsyncIterable<T>, most: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const value of source) {
    batch.push(value);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
