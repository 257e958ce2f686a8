import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { birthOf, takeRunLock } from './run-lock.js';

let folder: string;

function lasting(): ChildProcess {
  return spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mash-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the lock of a data folder', () => {
  it('is given back', () => {
    takeRunLock(folder).release();
    expect(existsSync(join(folder, 'run.json'))).toBe(false);
  });

  it('is refused while another run that is alive has it', () => {
    const other = lasting();
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid: other.pid, born: birthOf(other.pid ?? 0) }));
    expect(() => takeRunLock(folder)).toThrow(`already in use by a run (process ${other.pid})`);
    other.kill('SIGKILL');
  });

  it('passes to us when its process number belongs to a younger program by now', () => {
    const other = lasting();
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid: other.pid, born: 'long ago' }));
    takeRunLock(folder);
    other.kill('SIGKILL');
    expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))).toMatchObject({ pid: process.pid });
  });
});
