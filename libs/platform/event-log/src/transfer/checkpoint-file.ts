import { open, readFile, rename, rm } from 'node:fs/promises';
import { TransferRefused } from './errors.js';
import type { EventName } from './raw-event.js';

const everyMilliseconds = 1_000;

/**
 * The last event that the target confirmed, by a name that every server understands. Written whole or not at all, and only
 * after the confirmation: what a kill leaves behind is at worst a little old, and the events between are then found in place.
 */
export class CheckpointFile {
  private written = 0;
  private noted: EventName | null = null;

  constructor(readonly path: string) {}

  /** @throws TransferRefused when the file is not a checkpoint */
  async read(): Promise<EventName | null> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return text === null ? null : this.parse(text);
  }

  /** @throws TransferRefused when no checkpoint can be written here */
  async requireWritable(): Promise<void> {
    try {
      await (await open(this.beside, 'w', 0o600)).close();
      await rm(this.beside);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
      throw new TransferRefused(`The checkpoint ${this.path} cannot be written (${code}). Nothing was appended. Name a file in a folder that can be written, by --checkpoint FILE.`, { cause: error });
    }
  }

  /** Takes it away when nothing is left to go on with. */
  async remove(): Promise<void> {
    await rm(this.path, { force: true });
    this.noted = null;
  }

  /** Notes a confirmed event; at most once a second it reaches the disk. */
  async note(event: EventName): Promise<void> {
    this.noted = event;
    if (performance.now() - this.written >= everyMilliseconds) await this.keep();
  }

  /** Writes what was noted last. */
  async keep(): Promise<void> {
    if (this.noted === null) return;
    const { stream, revision, id } = this.noted;
    const file = await open(this.beside, 'w', 0o600);
    await file.writeFile(`${JSON.stringify({ version: 1, stream, revision: Number(revision), id })}\n`);
    await file.sync();
    await file.close();
    await rename(this.beside, this.path);
    this.written = performance.now();
  }

  private get beside(): string {
    return `${this.path}.new`;
  }

  private parse(text: string): EventName {
    const { version, stream, revision, id } = jsonIn(text);
    if (version !== 1 || typeof stream !== 'string' || !Number.isSafeInteger(revision) || typeof id !== 'string') {
      throw new TransferRefused(`${this.path} is not a checkpoint of this program. Name another file, or remove it to begin from the first event.`);
    }
    return { stream, revision: BigInt(Number(revision)), id };
  }
}

function jsonIn(text: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
