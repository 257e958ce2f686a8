import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const places = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib', '/usr/local/lib']
  .flatMap((folder) => [`${folder}/faketime/libfaketime.so.1`]);

/** A process's wall clock that can be set wrong while it runs. Its monotonic clock, which timers use, stays right. */
export class WrongClock {
  private constructor(private readonly file: string, private readonly library: string | undefined) {
    this.set(0);
  }

  static make(file: string): WrongClock {
    return new WrongClock(file, library());
  }

  /** How the clock is bent: for whoever reads the results. */
  get by(): string {
    return this.library === undefined ? 'the runtime\'s Date' : 'libfaketime';
  }

  get environment(): Readonly<Record<string, string>> {
    return this.library === undefined
      ? { CHAOS_CLOCK: this.file, NODE_OPTIONS: `--import=${pathToFileURL(fileURLToPath(new URL('../processes/bent-clock.js', import.meta.url))).href}` }
      : { LD_PRELOAD: this.library, FAKETIME_TIMESTAMP_FILE: this.file, FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };
  }

  /** From now on the process reads the time so many seconds off. */
  set(seconds: number): void {
    writeFileSync(this.file, `${seconds < 0 ? '' : '+'}${seconds}s\n`);
  }
}

let found: string | undefined | null = null;

/** Installs it where we may, as CI does with what it needs; without it the runtime's own clock is bent. */
function library(): string | undefined {
  if (found !== null) return found;
  found = places.find((path) => existsSync(path));
  if (found === undefined && process.getuid?.() === 0 && spawnSync('sh', ['-c', 'command -v apt-get']).status === 0) {
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -qq -y --no-install-recommends libfaketime'], { env: environment, timeout: 60_000 });
    found = places.find((path) => existsSync(path));
  }
  return found;
}
