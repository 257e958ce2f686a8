import { EventStoreDBClient } from '@eventstore/db-client';
import type { ConnectionKind, Observe } from '../log-signal.js';
import { within } from './patience.js';
import { Turns } from './turns.js';

const slots: Readonly<Record<ConnectionKind, number>> = { appends: 0, reads: 1, subscriptions: 2 };
const generations = 1_000;
const closing = 2_000;
/** Fewer than the hundred of a server, so that a call that has its turn is truly under way. */
const atOnce = 90;

/** One connection to the server, for one kind of call, that can be given up for a fresh one. */
export class Connection {
  readonly turns = new Turns(atOnce);
  private current: EventStoreDBClient;
  private generation = 0;
  private lastHeard = 0;

  constructor(private readonly connectionString: string, private readonly kind: ConnectionKind, private readonly observe: Observe) {
    this.current = this.open();
  }

  /** The client to make the next call with. */
  get client(): EventStoreDBClient {
    return this.current;
  }

  /**
   * Gives a connection up on which nothing came back. The client itself reconnects only after an error that it was told
   * of; behind a path that swallows everything it would spend all tries on the same dead connection. Calls under way on
   * the old one end by their own deadlines. Does nothing when the connection was renewed since, or when another call was
   * answered on it since: then it is the server that is slow, and a fresh connection would make it slower.
   * @param since when what nothing came back to began, by `performance.now()`
   */
  renew(failed: EventStoreDBClient, since: number): void {
    if (failed !== this.current || this.lastHeard > since) return;
    this.generation = (this.generation + 1) % generations;
    this.current = this.open();
    this.observe({ what: 'connection renewed', connection: this.kind });
    letGo(failed);
  }

  /** Something came back on the connection. */
  heard(): void {
    this.lastHeard = performance.now();
  }

  /** Ends every call and lets the connection go, within two seconds whatever the server does. */
  async close(): Promise<void> {
    await within(closing, this.current.dispose()).catch(() => undefined);
    letGo(this.current);
  }

  /** Connections whose target and options are equal are pooled into one: a differing option is what keeps them apart. */
  private open(): EventStoreDBClient {
    const ping = 10_000 + slots[this.kind] + this.generation * Object.keys(slots).length;
    const separator = this.connectionString.includes('?') ? '&' : '?';
    return EventStoreDBClient.connectionString(`${this.connectionString}${separator}keepAliveInterval=${ping}`);
  }
}

/**
 * The client has no way to close its channel, and an idle one keeps its socket for half an hour. Its channel is asked
 * for by a method that its types call protected; while it is still being made, it is closed once it is there.
 */
function letGo(client: EventStoreDBClient): void {
  const { getChannel } = client as unknown as { readonly getChannel: () => Promise<{ close(): void }> };
  void getChannel().then((channel) => channel.close(), () => undefined);
}
