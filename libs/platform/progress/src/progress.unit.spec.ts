import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { withProgress } from './progress.js';
import type { Progress } from './progress.js';

type Reports = (progress: Progress, pass: (milliseconds: number) => void) => void;

/** Runs work that reports on an output and by a clock of its own; what has been written until now, and how the work ended. */
async function shown(isTTY: boolean, reports: Reports): Promise<{ text: string; failure: unknown }> {
  let [text, now] = ['', 0];
  const output = Object.assign(new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  }), { isTTY });
  const work = async (progress: Progress): Promise<void> => reports(progress, (milliseconds) => void (now += milliseconds));
  const failure: unknown = await withProgress('Copying', { output, now: () => now }, work).then(() => null, (error: unknown) => error);
  return { get text() { return text; }, failure };
}

/** What a terminal is left with: each drawing begins at the left, after a control sequence. */
const drawings = (text: string): string[] => text.split(/\u001B(?:\[\d*[A-Z]|\d)/).filter((each) => each !== '');
const [terminal, file] = [true, false];

describe('progress on a terminal', () => {
  it('is one line that is drawn over, and left where the work ended', async () => {
    const { text } = await shown(terminal, ({ at }, pass) => {
      at(0, 0);
      pass(1_000);
      at(1_500, 0.75);
    });
    expect(drawings(text)).toEqual([
      `Copying [${'-'.repeat(20)}]   0 % | 0 events`, `Copying [${'='.repeat(15)}${'-'.repeat(5)}]  75 % | 1,500 events | 1,500 a second`, '\n',
    ]);
  });
  it('says how many events and not how far where nobody knows how many there are', async () => {
    const { text } = await shown(terminal, ({ at }, pass) => {
      at(0, null);
      pass(2_000);
      at(7_000, null);
    });
    expect(drawings(text)).toEqual(['Copying 0 events', 'Copying 7,000 events | 3,500 a second', '\n']);
  });
  it('changes no setting of the terminal that a kill would leave changed', async () => {
    const { text } = await shown(terminal, ({ at }) => at(1, 1));
    expect(text).not.toContain('\u001B[?');
  });
});

describe('progress elsewhere', () => {
  it('is a plain line every ten seconds, and one of where the work ended', async () => {
    const { text } = await shown(file, ({ at }, pass) => {
      for (let done = 0; done <= 5_000; done += 100) {
        at(done, done / 5_000);
        pass(500);
      }
    });
    expect(text).toBe([
      'Copying: 2,000 events, 40 %, 200 a second\n', 'Copying: 4,000 events, 80 %, 200 a second\n', 'Copying: 5,000 events, 100 %, 200 a second\n',
    ].join(''));
  });
  it('does not say twice where the work ended', async () => {
    const { text } = await shown(file, ({ at }, pass) => {
      at(0, null);
      pass(10_000);
      at(1_000, null);
    });
    expect(text).toBe('Copying: 1,000 events, 100 a second\n');
  });
});

describe.each([['on a terminal', terminal], ['elsewhere', file]])('progress %s', (_where, isTTY) => {
  it('never passes the end when more came in meanwhile', async () => {
    const { text } = await shown(isTTY, ({ at }) => at(210, 1.05));
    expect(text).toContain('100 %');
  });
  it('is whole when there was nothing to do', async () => {
    const { text } = await shown(isTTY, ({ at }) => at(0, 0 / 0));
    expect(text).toContain('100 %');
  });
  it('does not say 100 % before the end', async () => {
    const { text } = await shown(isTTY, ({ at }) => at(1_999, 0.9995));
    expect(text).toContain('99 %');
  });
  it('counts the speed from where this run began', async () => {
    const { text } = await shown(isTTY, ({ at }, pass) => {
      at(80_000, null);
      pass(1_000);
      at(80_500, null);
    });
    expect(text).toMatch(/80,500 events\W+500 a second/);
  });
  it('ends with work that fails, where that had come to, and lets the failure through', async () => {
    const broken = new Error('broken');
    const { text, failure } = await shown(isTTY, ({ at }) => {
      at(0, 0);
      at(300, 0.5);
      throw broken;
    });
    expect(failure).toBe(broken);
    expect(text).toMatch(/ 50 %[\s\S]*\n$/);
  });
  it('is silent for work that reports nothing, and after the end', async () => {
    let late = (): void => undefined;
    const run = await shown(isTTY, ({ at }, pass) => {
      late = () => {
        pass(10_000);
        at(1, 1);
      };
    });
    late();
    expect(run.text).toBe('');
  });
});
