import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Leavings } from './leavings.js';

/** A disk of a few hundred megabytes that can be filled to the last byte without harm to anybody else's. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** Null, with a reason, where this account may not mount one. */
  static mount(folder: string, mebibytes: number, leavings: Leavings): SmallDisk | { readonly refused: string } {
    mkdirSync(folder, { recursive: true });
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0711`, 'mash-chaos', folder], { encoding: 'utf8' });
    if (mounted.status !== 0) return { refused: mounted.error?.message ?? mounted.stderr.trim() };
    leavings.add(() => {
      if (spawnSync('umount', [folder]).status !== 0) spawnSync('umount', ['-l', folder]);
    });
    chmodSync(folder, 0o711);
    return new SmallDisk(folder);
  }

  /** Takes all the room but so many bytes. */
  fill(except = 0): void {
    const { bavail, bsize } = statfsSync(this.folder);
    const bytes = Math.max(0, bavail * bsize - except);
    const block = Buffer.alloc(1024 * 1024);
    try {
      for (let at = 0; at < bytes; at += block.length) writeFileSync(this.ballast, block.subarray(0, Math.min(block.length, bytes - at)), { flag: 'a' });
    } catch {
      // Full to the brim, which was the aim.
    }
  }

  empty(): void {
    rmSync(this.ballast, { force: true });
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
