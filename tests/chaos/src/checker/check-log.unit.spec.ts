import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkLog } from './check-log.js';
import type { Append, Ending, Entry } from './history.js';

const acknowledged = (at: number, revision: number): Ending => ({ kind: 'acknowledged', at, revision });
const append = (name: string, expected: number, ending: Ending, over: Partial<Append> = {}): Append =>
  ({ name, stream: 'enquiry-a', expected, ids: [`${name}-0`, `${name}-1`], invokedAt: 0, ending, ...over });
const entry = (id: string, revision: number, position: number, stream = 'enquiry-a'): Entry => ({ id, revision, position, stream });
const kindsOf = (appends: readonly Append[], log: readonly Entry[]): string[] => [...new Set(checkLog(appends, log).map(({ kind }) => kind))];

const first = append('first', -1, acknowledged(10, 1), { invokedAt: 5 });
const second = append('second', 1, acknowledged(30, 3), { invokedAt: 20 });
const whole = [entry('first-0', 0, 7), entry('first-1', 1, 9), entry('second-0', 2, 12), entry('second-1', 3, 20)];

describe('the checker of the log', () => {
  it('passes a log that holds every acknowledged append once, in its place', () => {
    expect(checkLog([first, second], whole)).toEqual([]);
  });

  it('refuses a log without an acknowledged append', () => {
    expect(kindsOf([first, second], whole.slice(0, 2))).toEqual(['lost']);
  });

  it('refuses a log with half of an acknowledged append', () => {
    expect(kindsOf([first, second], whole.slice(0, 3))).toEqual(['lost']);
  });

  it('refuses an event that is there twice', () => {
    expect(kindsOf([first, second], [...whole, entry('first-1', 4, 30)])).toContain('duplicated');
  });

  it('refuses a gap in the revisions of a stream', () => {
    expect(kindsOf([first], [entry('first-0', 0, 1), entry('first-1', 2, 2)])).toContain('gap');
  });

  it('refuses a stream that does not begin at 0', () => {
    expect(kindsOf([append('late', 4, acknowledged(9, 6))], [entry('late-0', 5, 1), entry('late-1', 6, 2)])).toEqual(['gap']);
  });

  it('refuses an append at another revision than the one that it named', () => {
    const swapped = [entry('second-0', 0, 1), entry('second-1', 1, 2), entry('first-0', 2, 3), entry('first-1', 3, 4)];
    expect(kindsOf([first, second], swapped)).toContain('misplaced');
  });

  it('refuses an append in another stream', () => {
    const elsewhere = whole.slice(0, 2).map((each) => ({ ...each, stream: 'enquiry-b' }));
    expect(kindsOf([first], elsewhere)).toEqual(['misplaced']);
  });

  it('refuses an acknowledgement that named another revision', () => {
    expect(kindsOf([append('first', -1, acknowledged(10, 7))], whole.slice(0, 2))).toEqual(['misreported']);
  });

  it('allows an unknown append in either form', () => {
    const unknown = append('second', 1, { kind: 'unknown' });
    expect(checkLog([first, unknown], whole)).toEqual([]);
    expect(checkLog([first, unknown], whole.slice(0, 2))).toEqual([]);
  });

  it('refuses half of an unknown append', () => {
    expect(kindsOf([first, append('second', 1, { kind: 'unknown' })], whole.slice(0, 3))).toEqual(['split']);
  });

  it('refuses an unknown append that is there twice', () => {
    const unknown = append('second', 1, { kind: 'unknown' });
    expect(kindsOf([first, unknown], [...whole, entry('second-0', 4, 30), entry('second-1', 5, 31)])).toContain('duplicated');
  });

  it('refuses an append that was refused and is there all the same', () => {
    expect(kindsOf([first, append('second', 1, { kind: 'refused' })], whole)).toEqual(['refused-but-written']);
  });

  it('refuses an event that nobody appended', () => {
    expect(kindsOf([first], whole)).toEqual(['foreign']);
  });

  it('refuses events of another append between those of one', () => {
    const other = append('other', -1, acknowledged(30, 0), { stream: 'enquiry-b', ids: ['other-0'] });
    const between = [entry('first-0', 0, 1), entry('other-0', 0, 2, 'enquiry-b'), entry('first-1', 1, 3)];
    expect(kindsOf([first, other], between)).toEqual(['split']);
  });

  it('refuses positions that do not rise', () => {
    expect(kindsOf([first], [entry('first-0', 0, 9), entry('first-1', 1, 9)])).toEqual(['positions-not-rising']);
  });

  it('refuses an order against time: acknowledged before the other was sent, and yet behind it', () => {
    const early = append('early', -1, acknowledged(10, 1), { invokedAt: 5 });
    const late = append('late', -1, acknowledged(30, 1), { invokedAt: 20, stream: 'enquiry-b' });
    const log = [entry('late-0', 0, 1, 'enquiry-b'), entry('late-1', 1, 2, 'enquiry-b'), entry('early-0', 0, 3), entry('early-1', 1, 4)];
    expect(kindsOf([early, late], log)).toEqual(['out-of-time-order']);
  });

  it('refuses it although an append that was sent early and stayed unknown stands between them', () => {
    const early = append('early', -1, acknowledged(10, 1), { invokedAt: 5 });
    const late = append('late', -1, { kind: 'unknown' }, { invokedAt: 20, stream: 'enquiry-b', ids: ['late-0'] });
    const ancient = append('ancient', -1, { kind: 'unknown' }, { invokedAt: 1, stream: 'enquiry-c', ids: ['ancient-0'] });
    const log = [entry('late-0', 0, 1, 'enquiry-b'), entry('ancient-0', 0, 2, 'enquiry-c'), entry('early-0', 0, 3), entry('early-1', 1, 4)];
    expect(kindsOf([early, late, ancient], log)).toEqual(['out-of-time-order']);
  });

  it('allows any order of appends that were under way at once', () => {
    const one = append('one', -1, acknowledged(30, 1), { invokedAt: 5 });
    const two = append('two', -1, acknowledged(20, 1), { invokedAt: 10, stream: 'enquiry-b' });
    const log = [entry('one-0', 0, 1), entry('one-1', 1, 2), entry('two-0', 0, 3, 'enquiry-b'), entry('two-1', 1, 4, 'enquiry-b')];
    expect(checkLog([one, two], log)).toEqual([]);
    expect(checkLog([one, two], [...log.slice(2), ...log.slice(0, 2)].map((each, index) => ({ ...each, position: index })))).toEqual([]);
  });

  it('refuses every log of acknowledged appends from which one event is missing, moved or repeated', () => {
    const streams = fc.array(fc.record({ stream: fc.integer({ min: 0, max: 3 }), count: fc.integer({ min: 1, max: 4 }) }), { minLength: 2, maxLength: 20 });
    fc.assert(fc.property(streams, fc.nat(), fc.nat(), fc.constantFrom('drop', 'swap', 'repeat'), (plan, a, b, harm) => {
      const { appends, log } = faithful(plan);
      expect(checkLog(appends, log)).toEqual([]);
      const [x, y] = [a % log.length, b % log.length];
      const harmed = [...log];
      if (harm === 'drop') harmed.splice(x, 1);
      if (harm === 'repeat') harmed.splice(y, 0, ...log.slice(x, x + 1));
      if (harm === 'swap') [harmed[x], harmed[y]] = [log[y] ?? whole[0], log[x] ?? whole[0]] as [Entry, Entry];
      if (harm === 'swap' && x === y) return;
      expect(checkLog(appends, harmed)).not.toEqual([]);
    }));
  });
});

/** What an undisturbed log makes of appends that were sent one after another. */
function faithful(plan: readonly { readonly stream: number; readonly count: number }[]): { appends: Append[]; log: Entry[] } {
  const last = new Map<number, number>();
  const log: Entry[] = [];
  const appends = plan.map(({ stream, count }, n): Append => {
    const expected = last.get(stream) ?? -1;
    last.set(stream, expected + count);
    const ids = Array.from({ length: count }, (_, index) => `${n}-${index}`);
    ids.forEach((id, index) => log.push({ stream: `enquiry-${stream}`, revision: expected + 1 + index, id, position: 3 * log.length }));
    return { name: String(n), stream: `enquiry-${stream}`, expected, ids, invokedAt: 10 * n, ending: acknowledged(10 * n + 5, expected + count) };
  });
  return { appends, log };
}
