/** What the conductor tells a process when it starts it. */
export interface WriterOrder {
  readonly run: string;
  readonly name: string;
  readonly seed: number;
  readonly url: string;
  readonly history: string;
  readonly workers: number;
  readonly streamsPerWorker: number;
  /** Appends a second of all workers together; 0 means as fast as they can. */
  readonly rate: number;
  /** Most events in one append. */
  readonly most: number;
  /** Events in the rare large append. */
  readonly largest: number;
  /** Characters that each event carries besides. */
  readonly padding: number;
  /** Ends by itself after this many appends of each worker. */
  readonly appendsPerWorker?: number;
  /** Streams that other writers write to as well, so that some appends are refused. */
  readonly shared: readonly string[];
  /** Milliseconds that one try of an append may take. */
  readonly deadline: number;
  /** Streams that exist already for workers to use in turn, instead of their own. */
  readonly streams?: readonly string[];
}

export interface FollowerOrder {
  readonly name: string;
  readonly url: string;
  readonly received: string;
}

export interface CrowdOrder {
  readonly url: string;
  readonly streams: readonly string[];
  readonly result: string;
}

export interface ProjectorOrder {
  readonly url: string;
  readonly postgres: string;
  /** Of its views. */
  readonly version: number;
  /** Kills itself when it comes to this point for the so-manieth time. */
  readonly dieAt: { readonly point: string; readonly time: number } | null;
}

/** What one stream's subscriber was given: how many events, and a digest of their ids in order. */
export interface CrowdSequence {
  readonly stream: string;
  readonly count: number;
  readonly digest: string;
  /** Events that did not come with the next revision. */
  readonly outOfStep: number;
}

/** What a process hears while it runs. */
export type Word = { readonly say: 'stop' } | { readonly say: 'until'; readonly position: string } | { readonly say: 'counts'; readonly counts: Readonly<Record<string, number>> };

/** The order this process was started with. It ends when the conductor does, so that nothing is left behind. */
export function takeOrder<T>(): T {
  process.on('disconnect', () => process.exit(3));
  return JSON.parse(process.env['CHAOS_ORDER'] ?? 'null') as T;
}

export const onWord = (hear: (word: Word) => void): void => void process.on('message', (word) => hear(word as Word));
