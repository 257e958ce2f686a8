import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Line } from './lines.js';
import { RunningHistory } from './running-history.js';

const sends = (append: string, at: number, count: number): Line => ({ does: 'sends', append, at, stream: 'enquiry-a', expected: -1, count });
const said = (...lines: readonly Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

describe('a history that is being written', () => {
  let folder: string;
  let path: string;
  let history: RunningHistory;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mash-history-'));
    path = join(folder, 'writer.txt');
    history = new RunningHistory(path);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is empty before its writer has begun', () => {
    expect(history.look()).toMatchObject({ acknowledged: 0, events: 0, unknown: 0 });
  });

  it('counts each line once, however often it is looked at', () => {
    appendFileSync(path, said(sends('a', 1, 3), sends('b', 1, 5), { does: 'acknowledged', append: 'a', at: 2, revision: 2 }));
    expect(history.look().look()).toMatchObject({ acknowledged: 1, events: 3, unknown: 0, lastAcknowledgedAt: 2 });
    appendFileSync(path, said({ does: 'unknown', append: 'b', at: 4, because: 'LogUnavailable' }, sends('b', 5, 5), { does: 'acknowledged', append: 'b', at: 6, revision: 4 }));
    expect(history.look()).toMatchObject({ acknowledged: 2, events: 8, unknown: 1, lastAcknowledgedAt: 6 });
  });

  it('waits for the rest of a line', () => {
    const whole = said(sends('a', 1, 3), { does: 'acknowledged', append: 'a', at: 2, revision: 2 });
    for (const part of [whole.slice(0, 30), whole.slice(30, -1)]) {
      appendFileSync(path, part);
      expect(history.look().acknowledged).toBe(0);
    }
    appendFileSync(path, whole.slice(-1));
    expect(history.look().acknowledged).toBe(1);
  });

  it('counts a refusal for nothing', () => {
    appendFileSync(path, said(sends('a', 1, 3), { does: 'refused', append: 'a', at: 2 }));
    expect(history.look()).toMatchObject({ acknowledged: 0, events: 0, unknown: 0 });
  });
});
