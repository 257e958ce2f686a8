import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EventLog } from '@mash/event-log';
import type { PlacedEvent } from '@mash/event-log';
import { checkFollower } from '../checker/check-follower.js';
import { checkLog } from '../checker/check-log.js';
import type { Append, Entry } from '../checker/history.js';
import type { Violation } from '../checker/violation.js';
import { monotonic, readEntries, readLines, understand } from '../history/lines.js';
import type { Call } from '../history/lines.js';
import { RunningHistory } from '../history/running-history.js';
import type { FollowerOrder, WriterOrder } from '../processes/told.js';
import { recoveriesAfter } from '../report/figures.js';
import type { Figures } from '../report/figures.js';
import { startChild } from '../site/child.js';
import type { Child } from '../site/child.js';
import { KeptNode } from '../site/kept-node.js';
import type { NodeOptions } from '../site/kept-node.js';
import type { OwnPostgres } from '../site/own-postgres.js';
import type { Check, Outcome, Stage } from './phase.js';

/** Milliseconds that one try of an append may take here: short, so that faults longer than it are cheap to have. */
export const deadline = 1_500;
/** What the client promises for a whole append, however often it sends it: four deadlines. */
export const settlesWithin = 4 * deadline;
const allowance = 250;
/** After the last fault everything must come to an end within this time. */
const patience = 90_000;

export interface Plan {
  readonly writers?: number;
  readonly workers?: number;
  readonly streamsPerWorker?: number;
  readonly rate?: number;
  readonly most?: number;
  readonly padding?: number;
  /** Most events in the rare large append; ten times `most` when not named. */
  readonly largest?: number;
  readonly followers?: number;
  readonly appendsPerWorker?: number;
  readonly streams?: readonly string[];
  /** A PostgreSQL other than the run's. */
  readonly postgres?: OwnPostgres;
  /** Clocks that run wrong, or anything else a process is to be started with. */
  readonly nodeEnvironment?: Readonly<Record<string, string>>;
  readonly clientEnvironment?: Readonly<Record<string, string>>;
  /** Where writers and followers dial, when not the node itself. */
  readonly dial?: (node: KeptNode) => Promise<string>;
  /** Where the node finds its database, when not at the server itself. */
  readonly throughDatabase?: (url: string) => string;
}

interface Writer { readonly order: WriterOrder; readonly running: RunningHistory; child: Child; killed: boolean; failedWith: number | null }
interface Follower { readonly order: FollowerOrder; readonly child: Child }

/** A node under load: its writers and followers in processes of their own, and the reckoning at the end. */
export class Trial {
  readonly writers: Writer[] = [];
  readonly followers: Follower[] = [];
  readonly faults: number[] = [];
  log: readonly Entry[] = [];
  private figures: Figures | undefined;

  private constructor(private readonly stage: Stage, readonly node: KeptNode, readonly nodeOptions: NodeOptions, readonly dialled: string, private readonly plan: Plan) {}

  static async begin(stage: Stage, plan: Plan = {}): Promise<Trial> {
    mkdirSync(stage.folder, { recursive: true });
    const databases = await stage.site.databases(['mash_log'], plan.postgres);
    const through = plan.throughDatabase ?? ((url: string): string => url);
    const nodeOptions = {
      log: through(databases.url('mash_log', 'mash_log')), logOwner: through(databases.url('mash_log', 'mash_owner')),
      said: join(stage.folder, 'node.log'), ...plan.nodeEnvironment ? { environment: plan.nodeEnvironment } : {},
    };
    const node = await KeptNode.start(nodeOptions);
    stage.site.leavings.add(() => node.stop());
    const trial = new Trial(stage, node, nodeOptions, await plan.dial?.(node) ?? node.url, plan);
    for (let n = 0; n < (plan.followers ?? 2); n += 1) trial.follow(n);
    for (let n = 0; n < (plan.writers ?? 2); n += 1) trial.write(n);
    return trial;
  }

  /** Notes that something was done to the site just now. */
  fault(): void {
    this.faults.push(monotonic());
  }

  private follow(n: number): void {
    const { stage } = this;
    const order = { name: `follower ${n}`, url: this.dialled, received: join(stage.folder, `follower-${n}.txt`) };
    this.followers.push({ order, child: this.start('follower', order, order.name) });
  }

  private write(n: number): void {
    const { stage, plan } = this;
    const order: WriterOrder = {
      run: `${stage.seed}`, name: `${stage.folder.split('/').at(-1)}-w${n}`, seed: stage.seed, url: this.dialled, history: join(stage.folder, `writer-${n}.txt`),
      workers: plan.workers ?? 6, streamsPerWorker: plan.streamsPerWorker ?? 3, rate: (plan.rate ?? 0) / (plan.writers ?? 2), most: plan.most ?? 4, largest: plan.largest ?? 10 * (plan.most ?? 4), padding: plan.padding ?? 0,
      shared: ['enquiry-shared-0', 'enquiry-shared-1'], deadline,
      ...plan.appendsPerWorker === undefined ? {} : { appendsPerWorker: plan.appendsPerWorker }, ...plan.streams === undefined ? {} : { streams: plan.streams },
    };
    this.writers.push({ order, running: new RunningHistory(order.history), child: this.start('writer', order, `writer ${n}`), killed: false, failedWith: null });
  }

  private start(script: 'writer' | 'follower', order: WriterOrder | FollowerOrder, name: string): Child {
    return startChild({
      script: `tests/chaos/dist/processes/${script}.js`, hears: true, said: join(this.stage.folder, `${name.replace(' ', '-')}.log`),
      environment: { CHAOS_ORDER: JSON.stringify(order), ...this.plan.clientEnvironment },
    });
  }

  /** Kills a writing client without warning and starts it again on its history: it sends what was open with the same ids. */
  async killWriter(n: number): Promise<void> {
    const writer = this.writers[n];
    if (!writer) return;
    await writer.child.kill();
    writer.killed = true;
    writer.child = this.start('writer', writer.order, `writer ${n}`);
  }

  /** How much has been acknowledged so far: for a phase that goes on until enough was done. */
  acknowledged(): number {
    return this.sum((history) => history.acknowledged);
  }

  /** How many events the acknowledged appends hold so far. */
  eventsAcknowledged(): number {
    return this.sum((history) => history.events);
  }

  /** How many calls have ended without an answer so far. */
  givenUp(): number {
    return this.sum((history) => history.unknown);
  }

  /** Waits until an append is acknowledged after this moment. */
  async serves(milliseconds = 30_000): Promise<boolean> {
    const from = monotonic();
    for (const until = Date.now() + milliseconds; Date.now() < until;) {
      if (this.writers.some(({ running }) => running.look().lastAcknowledgedAt > from)) return true;
      await pause(100);
    }
    return false;
  }

  private sum(of: (history: RunningHistory) => number): number {
    return this.writers.reduce((sum, { running }) => sum + of(running.look()), 0);
  }

  private histories(): { appends: readonly Append[]; calls: readonly Call[]; reasons: Readonly<Record<string, number>> } {
    const lines = this.writers.filter(({ order }) => existsSync(order.history)).map(({ order }) => understand(order.run, readLines(order.history)));
    const reasons: Record<string, number> = {};
    for (const each of lines) for (const [reason, count] of Object.entries(each.reasons)) reasons[reason] = (reasons[reason] ?? 0) + count;
    return { appends: lines.flatMap(({ appends }) => appends), calls: lines.flatMap(({ calls }) => calls), reasons };
  }

  /** Ends the load on a healed site, reads the whole log, and holds every history and every follower against it. */
  async reckon(extra: readonly Check[] = [], notes: Readonly<Record<string, unknown>> = {}): Promise<Outcome> {
    await this.node.ready();
    const writersEnded = await this.endWriters();
    this.log = await readWhole(this.node.url);
    const { appends, calls, reasons } = this.histories();
    const violations = [...checkLog(appends, this.log), ...await this.endFollowers()];
    const open = calls.filter(({ ending }) => ending === 'open').length;
    const killed = this.writers.some((writer) => writer.killed);
    const took = calls.map((call) => call.took ?? 0);
    const count = (...kinds: readonly Violation['kind'][]): number => violations.filter(({ kind }) => kinds.includes(kind)).length;
    const counted = count('lost', 'duplicated', 'gap');
    this.figures = {
      faults: this.faults.length, operations: calls.length, events: this.log.length,
      acknowledged: appends.filter(({ ending }) => ending.kind === 'acknowledged').length,
      refused: appends.filter(({ ending }) => ending.kind === 'refused').length,
      unknown: calls.filter(({ ending }) => ending === 'unknown').length,
      lost: count('lost'), duplicated: count('duplicated'), gaps: count('gap'), otherViolations: violations.length - counted,
      unsettled: killed ? 0 : open, late: took.filter((each) => each > settlesWithin + allowance).length, slowestSettle: Math.max(0, ...took),
      recoveries: recoveriesAfter(this.faults, calls),
    };
    const perFollower = this.followers.map(({ order }) => violations.filter(({ kind, detail }) => kind.startsWith('follower') && detail.startsWith(order.name)));
    const ofLog = violations.filter(({ kind }) => !kind.startsWith('follower'));
    return {
      figures: this.figures,
      notes: { reasons, violations: violations.slice(0, 50), nodeFell: this.node.fell, ...notes },
      checks: [
        { title: 'every acknowledged append is in the log once, in its place; nothing else is', passed: ofLog.length === 0, ...told(ofLog) },
        ...perFollower.map((each, n): Check => ({ title: `follower ${n} was given exactly the log`, passed: each.length === 0, ...told(each) })),
        { title: 'every promise settled', passed: writersEnded && this.figures.unsettled === 0, detail: `${this.figures.unsettled} open, ${this.figures.late} late` },
        { title: 'something was acknowledged', passed: this.figures.acknowledged > 0 },
        { title: 'no process ended by itself', passed: this.node.fell === 0 && this.writers.every((writer) => (writer.failedWith ?? 0) === 0), detail: `node ${this.node.fell}` },
        ...extra,
      ],
    };
  }

  async end(): Promise<void> {
    await Promise.all([...this.writers, ...this.followers].map(({ child }) => child.kill()));
    await this.node.stop();
  }

  private async endWriters(): Promise<boolean> {
    this.writers.forEach(({ child }) => child.tell({ say: 'stop' }));
    const ended = await Promise.all(this.writers.map(async (writer) => {
      const code = await within(patience, writer.child.ended);
      if (code === 'late') await writer.child.kill();
      writer.failedWith = code === 'late' ? null : code;
      return code !== 'late';
    }));
    return ended.every(Boolean);
  }

  private async endFollowers(): Promise<Violation[]> {
    const last = this.log.at(-1);
    if (last) this.followers.forEach(({ child }) => child.tell({ say: 'until', position: String(last.position) }));
    return (await Promise.all(this.followers.map(async ({ order, child }) => {
      if (await within(patience, child.ended) === 'late') await child.kill();
      return checkFollower(order.name, readEntries(order.received), this.log);
    }))).flat();
  }
}

const told = (violations: readonly Violation[]): { detail?: string } =>
  violations.length === 0 ? {} : { detail: `${violations.length}: ${violations.slice(0, 3).map(({ kind, detail }) => `${kind}: ${detail}`).join('; ')}` };

export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | 'late'> {
  const timer = new AbortController();
  const result = await Promise.race([work, pause(milliseconds, 'late' as const, { signal: timer.signal }).catch(() => 'late' as const)]);
  timer.abort();
  return result;
}

/** The whole log as a client reads it. */
export async function readWhole(url: string): Promise<Entry[]> {
  const log = new EventLog({ connectionString: url });
  for (let attempt = 1; ; attempt += 1) {
    try {
      const entries: Entry[] = [];
      for await (const { stream, revision, id, position } of log.readAll() as AsyncIterable<PlacedEvent>) entries.push({ stream, revision: Number(revision), id, position: Number(position) });
      await log.close();
      return entries;
    } catch (error) {
      if (attempt === 5) throw error;
      await pause(500);
    }
  }
}
