import pg from 'pg';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';
import { viewChannel } from '@mash/views';

/** A row changed: which one, never what it says. `key` is null when many changed at once. */
export interface Change {
  readonly view: string;
  readonly key: string | null;
  readonly agency: string | null;
}

type Listener = (change: Change) => void;

/** Listens to the projector's word that rows changed, and wakes whoever subscribed. Holds nothing that a restart may lose. */
export class ChangeFeed {
  private readonly listeners = new Set<Listener>();
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(private readonly url: string, private readonly log: Log) {}

  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url });
    client.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? 'null') as Change | null;
      if (change) for (const listener of this.listeners) listener(change);
    });
    client.on('error', (error) => {
      this.log('warn', 'change feed interrupted', { error: errorName(error) });
      this.client = null;
      if (!this.stopped) setTimeout(() => void this.start().catch(() => undefined), 1_000);
    });
    await client.connect();
    await client.query(`LISTEN ${viewChannel}`);
    this.client = client;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
  }

  /** The changes that concern an agency, until the consumer leaves. */
  async *of(agency: string): AsyncGenerator<Change> {
    const waiting: Change[] = [];
    let wake: () => void = () => undefined;
    const listener: Listener = (change) => {
      if (change.agency !== null && change.agency !== agency) return;
      if (waiting.length < 1_000) waiting.push(change);
      wake();
    };
    this.listeners.add(listener);
    try {
      for (;;) {
        const next = waiting.shift();
        if (next) yield next;
        else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      this.listeners.delete(listener);
    }
  }
}
