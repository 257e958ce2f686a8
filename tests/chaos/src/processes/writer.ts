import { appendFileSync, existsSync, openSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EventLog, WrongRevision, commandIdOf, derivedId } from '@mash/event-log';
import type { StoredEvent } from '@mash/event-log';
import { chanceOf } from '../chance.js';
import { eventIds } from '../history/append-id.js';
import { monotonic, readLines, writeLine } from '../history/lines.js';
import { onWord, takeOrder } from './told.js';
import type { WriterOrder } from './told.js';

interface Planned { readonly append: string; readonly stream: string; readonly expected: number; readonly count: number }

/** A client under test: appends through the supervised client, and writes down each sending and each answer. */
class Writer {
  private readonly log: EventLog;
  private readonly file: number;
  /** The last revision of each stream, as far as this process knows. */
  private readonly heads = new Map<string, number>();
  private readonly begun = new Map<number, number>();
  private readonly unfinished = new Map<number, Planned>();
  stopping = false;

  constructor(private readonly order: WriterOrder) {
    this.log = new EventLog({ connectionString: order.url, deadline: order.deadline });
    if (existsSync(order.history)) this.recall();
    this.file = openSync(order.history, 'a');
  }

  /** What a killed run left open is sent again first, with the same ids: whether it arrived is for the log to say. */
  private recall(): void {
    const lines = readLines(this.order.history);
    // A kill can cut a line in two: what follows must not be joined to it.
    appendFileSync(this.order.history, '\n');
    const open = new Map<string, Planned>();
    for (const line of lines) {
      const worker = Number(line.append.split('.')[1]);
      if (line.does === 'sends') {
        this.begun.set(worker, Math.max(this.begun.get(worker) ?? -1, Number(line.append.split('.')[2])));
        open.set(line.append, line);
      }
      if (line.does === 'acknowledged') this.heads.set(open.get(line.append)?.stream ?? '', line.revision);
      if (line.does === 'acknowledged' || line.does === 'refused') open.delete(line.append);
    }
    for (const planned of open.values()) this.unfinished.set(Number(planned.append.split('.')[1]), planned);
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.order.workers }, (_, worker) => this.work(worker)));
    await this.log.close();
  }

  private async work(worker: number): Promise<void> {
    const { order } = this;
    const unfinished = this.unfinished.get(worker);
    if (unfinished) await this.settle(unfinished);
    const between = order.rate === 0 ? 0 : (1_000 * order.workers) / order.rate;
    const first = (this.begun.get(worker) ?? -1) + 1;
    let due = performance.now() + (between * worker) / order.workers;
    for (let n = first; !this.stopping && n < (order.appendsPerWorker ?? Infinity); n += 1) {
      if (between > 0) {
        await pause(Math.max(0, due - performance.now()));
        // Whoever was held up goes on at the wished rate and does not make up for lost time with a flood.
        due = Math.max(due + between, performance.now() - 1_000);
        if (this.stopping) return;
      }
      await this.settle(this.plan(worker, n));
    }
  }

  private plan(worker: number, n: number): Planned {
    const { order } = this;
    const chance = chanceOf(order.seed, `${order.name}.${worker}.${n}`);
    const shared = order.shared[0] !== undefined && chance.next() < 0.08;
    const own = order.streams === undefined
      ? `enquiry-${derivedId(commandIdOf('wexcombe', order.run, 'stream', order.name), `${order.name}.${worker}.${chance.between(0, order.streamsPerWorker - 1)}`)}`
      : order.streams[(n * order.workers + worker) % order.streams.length] ?? '';
    const stream = shared ? order.shared[chance.between(0, order.shared.length - 1)] ?? own : own;
    // Mostly few events, now and then many: a kill in the middle of a large append must leave all of it or nothing.
    const count = chance.next() < 0.02 ? order.largest : chance.between(1, order.most);
    return { append: `${order.name}.${worker}.${n}`, stream, expected: this.heads.get(stream) ?? -1, count };
  }

  /** Sends until the outcome is known. */
  private async settle(planned: Planned): Promise<void> {
    const { append, stream, expected, count } = planned;
    const note = 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQ'.padEnd(this.order.padding, '0123456789abcdef');
    const events = eventIds(this.order.run, append, stream, count).map((id, index): StoredEvent =>
      ({ id, type: 'ConcernReceived', data: { append, index, note }, metadata: { schema: 1, commandId: append } }));
    for (let tries = 1; ; tries += 1) {
      writeLine(this.file, { does: 'sends', append, at: monotonic(), stream, expected, count });
      try {
        const done = await this.log.append(stream, expected < 0 ? 'none' : BigInt(expected), events);
        writeLine(this.file, { does: 'acknowledged', append, at: monotonic(), revision: Number(done.revision) });
        this.heads.set(stream, Math.max(this.heads.get(stream) ?? -1, Number(done.revision)));
        return;
      } catch (error) {
        if (error instanceof WrongRevision) {
          writeLine(this.file, { does: 'refused', append, at: monotonic() });
          return await this.lookUp(stream);
        }
        writeLine(this.file, { does: 'unknown', append, at: monotonic(), because: error instanceof Error ? error.name : 'no error' });
        // The conductor waits this long for a healed site to answer; whatever is still open then is told as such.
        if (this.stopping && tries > 60) return;
        await pause(100);
      }
    }
  }

  private async lookUp(stream: string): Promise<void> {
    for (;;) {
      const from = (this.heads.get(stream) ?? -1) + 1;
      const events = await this.log.readStream(stream, BigInt(from)).catch(() => null);
      if (events !== null) return void this.heads.set(stream, Math.max(from - 1, Number(events.at(-1)?.revision ?? -1n)));
      await pause(100);
    }
  }
}


const writer = new Writer(takeOrder<WriterOrder>());
onWord((word) => {
  if (word.say === 'stop') writer.stopping = true;
});
await writer.run();
process.exit(0);
