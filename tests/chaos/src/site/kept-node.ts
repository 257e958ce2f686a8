import { setTimeout as pause } from 'node:timers/promises';
import getPort from 'get-port';
import { listens, startChild } from './child.js';
import type { Child } from './child.js';

export interface NodeOptions {
  /** Where the node writes as itself, and as the owner of its tables. */
  readonly log: string;
  readonly logOwner: string;
  readonly said: string;
  readonly port?: number;
  /** For a clock that runs wrong. */
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * The node as it ships, in a process that is started again whenever it ends, as a site's supervisor does.
 * Ends that nobody asked for are counted.
 */
export class KeptNode {
  private stopping = false;
  private asked = false;
  private child: Child;
  private readonly keeping: Promise<void>;
  /** How often it ended without being killed. */
  fell = 0;

  private constructor(private readonly options: NodeOptions, readonly port: number) {
    this.child = this.spawn();
    this.keeping = this.keep();
  }

  static async start(options: NodeOptions): Promise<KeptNode> {
    const node = await KeptNode.launch(options);
    await node.ready();
    return node;
  }

  /** Starts it without waiting for it: it may have to wait itself. */
  static async launch(options: NodeOptions): Promise<KeptNode> {
    return new KeptNode(options, options.port ?? await getPort());
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get pid(): number {
    return this.child.pid;
  }

  /** Kills it without warning, which starts another at once. */
  async kill(): Promise<void> {
    this.asked = true;
    const { child } = this;
    await child.kill();
    while (this.child === child) await pause(1);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.signal(signal);
  }

  /** Waits until it listens. */
  async ready(): Promise<void> {
    if (!await this.listens(60_000)) throw new Error(`The event store did not come up: see ${this.options.said}`);
  }

  /** Whether it listens within so many milliseconds. */
  async listens(milliseconds: number): Promise<boolean> {
    const until = Date.now() + milliseconds;
    return listens(this.port, () => !this.stopping && Date.now() < until);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.child.signal('SIGCONT');
    await this.child.kill();
    await this.keeping;
  }

  private spawn(): Child {
    const { log, logOwner, said, environment } = this.options;
    return startChild({
      script: 'apps/standalone/dist/stand-in.js', args: ['event-store', '--port', String(this.port)], said,
      environment: { MASH_LOG: log, MASH_LOG_OWNER: logOwner, ...environment },
    });
  }

  private async keep(): Promise<void> {
    for (;;) {
      await this.child.ended;
      if (this.stopping) return;
      if (!this.asked) {
        this.fell += 1;
        await pause(200);
      }
      this.asked = false;
      this.child = this.spawn();
    }
  }
}
