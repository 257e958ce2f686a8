import { describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '@mash/event-log';
import { NewerSchema } from '@mash/kernel';
import { NotTheOwner } from './checkpoint.js';
import { interruptedBy } from './follower-metrics.js';
import type { FollowerMetrics, InterruptedBy } from './follower-metrics.js';
import type { Source } from './runner.js';
import { Supervision, pauseAfter } from './supervision.js';

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => void setTimeout(resolve, 5));
};

function supervise(follow: (signal: AbortSignal, attempt: number) => Promise<void>): { supervision: Supervision; attempts: () => number; by: InterruptedBy[]; said: string[] } {
  let attempts = 0;
  const [by, said]: [InterruptedBy[], string[]] = [[], []];
  const metrics: FollowerMetrics = { takenIn: () => undefined, lag: () => undefined, interrupted: (why) => void by.push(why) };
  const supervision = new Supervision({
    supervised: { follow: (signal) => follow(signal, attempts += 1), checkpoint: { position: null }, handled: 0 },
    log: {} as Source, metrics, say: (level) => void said.push(level), measured: 3_600_000,
  });
  return { supervision, attempts: () => attempts, by, said };
}

const untilAborted = (signal: AbortSignal): Promise<void> => new Promise((resolve) => void signal.addEventListener('abort', () => resolve(), { once: true }));

describe('a supervised follower', () => {
  it('begins again after whatever interrupted it, and says why in a word', async () => {
    const failures = [new LogUnavailable('away'), new NotTheOwner('moved'), new NewerSchema('Noted', 2, 1), new Error('Ada Pelham')];
    const { supervision, attempts, by, said } = supervise(async (signal, attempt) => {
      const failure = failures[attempt - 1];
      if (failure) throw failure;
      await untilAborted(signal);
    });
    supervision.start();
    await until(() => attempts() === 5);
    expect(await supervision.stop()).toBe(true);
    expect(by).toEqual(['log', 'owner', 'refused', 'fault']);
    expect(said).toEqual(['warn', 'warn', 'error', 'warn']);
  });
  it('waits longer after each failure, and never longer than five seconds', () => {
    const pauses = Array.from({ length: 40 }, (_, failures) => pauseAfter(failures));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect([pauses[1], pauses.at(-1)]).toEqual([200, 5_000]);
  });
  it('is let finish what is under way when it is stopped', async () => {
    let finished = false;
    const { supervision, attempts } = supervise(async (signal) => {
      await untilAborted(signal);
      await new Promise((resolve) => void setTimeout(resolve, 30));
      finished = true;
    });
    supervision.start();
    await until(() => attempts() === 1);
    expect(await supervision.stop()).toBe(true);
    expect(finished).toBe(true);
  });
  it('is not waited for longer than was said', async () => {
    const { supervision, attempts } = supervise(() => new Promise(() => undefined));
    supervision.start();
    await until(() => attempts() === 1);
    expect(await supervision.stop(20)).toBe(false);
  });
  it('names what interrupted it without its words', () => expect(interruptedBy(new Error('Ada Pelham'))).toBe('fault'));
});
