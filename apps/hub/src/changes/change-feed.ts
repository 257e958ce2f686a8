import { listen } from '@mash/postgres';
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
  private listening: { stop(): Promise<void> } | null = null;

  constructor(private readonly url: string, private readonly log: Log) {}

  async start(): Promise<void> {
    this.listening = await listen({
      url: this.url, channel: viewChannel,
      heard: (payload) => {
        const change = JSON.parse(payload || 'null') as Change | null;
        if (change) for (const listener of this.listeners) listener(change);
      },
      interrupted: (error) => this.log('warn', 'change feed interrupted', { error: errorName(error) }),
    });
  }

  async stop(): Promise<void> {
    await this.listening?.stop();
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
