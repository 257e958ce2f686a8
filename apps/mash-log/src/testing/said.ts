import { Writable } from 'node:stream';
import { run } from '../run.js';

export interface Listening {
  readonly signal?: AbortSignal;
  /** Told each result as it is said, while the command goes on. */
  heard?(text: string): void;
}

/** Runs a command line in this process, away from its streams; time stands still for the progress. */
export async function said(
  words: readonly string[], environment: Readonly<Record<string, string>>, { signal = new AbortController().signal, heard }: Listening = {},
): Promise<{ code: number; out: string; err: string; progress: string }> {
  const text = { out: '', err: '', progress: '' };
  const output = new Writable({
    write: (chunk, _encoding, done) => {
      text.progress += String(chunk);
      done();
    },
  });
  const code = await run(words, {
    environment, progress: { output, now: () => 0 }, signal,
    out: (more) => {
      text.out += more;
      heard?.(more);
    },
    err: (more) => void (text.err += more),
  });
  return { code, ...text };
}
