import { describe, expect, it } from '@jest/globals';
import { LogUnavailable } from '@mash/event-log';
import type { Instant } from '@mash/kernel';
import type { MarkOverdue } from '@mash/request';
import type { Timer } from './duties.js';
import { keepTime } from './keep-time.js';

const clock = { now: () => '2026-11-22T09:00:00.000Z' as Instant };
const timer = (instance: string): Timer => ({ process: 'mark-overdue', instance, of: instance, due: clock.now(), triggerEvent: `event-${instance}` });

/** Two clocks that have run out, of which the first cannot be rung. */
async function rung(failure: Error): Promise<{ readonly done: readonly string[]; readonly ended: unknown }> {
  const done: string[] = [];
  const stopping = new AbortController();
  const ended = await keepTime({
    clock, log: (level, message) => void done.push(`${level}: ${message}`), signal: stopping.signal,
    bus: { execute: (command: unknown) => {
      const { requestId } = (command as MarkOverdue).input;
      if (requestId === 'first') return Promise.reject(failure);
      done.push(`rung ${requestId}`);
      return Promise.resolve() as never;
    } },
    timers: {
      due: () => Promise.resolve(stopping.signal.aborted ? [] : [timer('first'), timer('second')]),
      putOff: ({ instance }, until) => Promise.resolve(void done.push(`put off ${instance} until ${until}`)),
      remove: ({ instance }) => {
        done.push(`removed ${instance}`);
        stopping.abort();
        return Promise.resolve();
      },
    },
  }).catch((error: unknown) => error);
  return { done, ended };
}

describe('keeping time', () => {
  it('puts off a clock that cannot be rung, says so, and rings the others', async () =>
    expect(await rung(new Error('broken'))).toEqual({ ended: undefined, done: [
      'error: clock could not be rung, put off', 'put off first until 2026-11-22T09:05:00.000Z', 'rung second', 'removed second',
    ] }));

  it('rings none while the log is away, and keeps them all', async () =>
    expect(await rung(new LogUnavailable('away'))).toEqual({ ended: expect.any(LogUnavailable), done: [] }));
});
