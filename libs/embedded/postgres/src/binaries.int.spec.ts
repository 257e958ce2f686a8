import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mend } from './binaries.js';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'mash-binaries-')), 'a-copy');
  mkdirSync(join(folder, 'lib'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  for (const program of ['postgres', 'initdb', 'pg_ctl']) writeFileSync(join(folder, 'bin', program), '', { mode: 0o644 });
  writeFileSync(join(folder, 'lib/libpq.so.5.18'), 'library');
  writeFileSync(join(folder, 'pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('mending an installation whose install script did not run', () => {
  it('makes the library links, also in a copy that has another name', () => {
    mend(folder);
    expect(readFileSync(join(folder, 'lib/libpq.so.5'), 'utf8')).toBe('library');
  });

  it('makes the programs ones that can be run', () => {
    mend(folder);
    expect(statSync(join(folder, 'bin/postgres')).mode & 0o555).toBe(0o555);
  });

  it('can be repeated', () => {
    mend(folder);
    expect(() => mend(folder)).not.toThrow();
  });
});
