import type { Socket } from 'node:net';

/** One direction of a connection: passes bytes on, at most so fast, or not at all. */
class Pipe {
  private waiting: Buffer[] = [];
  private stalled = false;
  private bytesPerSecond = Infinity;
  private sending = false;
  private ended = false;

  constructor(private readonly from: Socket, private readonly to: Socket) {
    from.on('data', (bytes: Buffer) => {
      this.waiting.push(bytes);
      from.pause();
      this.send();
    });
    from.on('end', () => {
      this.ended = true;
      this.send();
    });
  }

  stall(): void {
    this.stalled = true;
  }

  slow(bytesPerSecond: number): void {
    this.bytesPerSecond = bytesPerSecond;
  }

  heal(): void {
    this.stalled = false;
    this.bytesPerSecond = Infinity;
    this.send();
  }

  private send(): void {
    if (this.stalled || this.sending) return;
    const next = this.waiting.shift();
    if (next === undefined) {
      if (this.ended) this.to.end();
      else this.from.resume();
      return;
    }
    this.sending = true;
    // Ten slices a second, so that frames are cut where no sender would have cut them.
    const slice = Number.isFinite(this.bytesPerSecond) ? next.subarray(0, Math.max(1, Math.floor(this.bytesPerSecond / 10))) : next;
    if (slice.length < next.length) this.waiting.unshift(next.subarray(slice.length));
    this.to.write(slice, () => {
      const goOn = (): void => {
        this.sending = false;
        this.send();
      };
      if (Number.isFinite(this.bytesPerSecond)) setTimeout(goOn, 100).unref();
      else goOn();
    });
  }
}

/** A connection through the proxy, and what can be done to it. */
export class Link {
  private readonly forth: Pipe;
  private readonly back: Pipe;
  closed = false;

  constructor(private readonly client: Socket, private readonly server: Socket, onClosed: () => void) {
    this.forth = new Pipe(client, server);
    this.back = new Pipe(server, client);
    const close = (): void => {
      if (this.closed) return;
      this.closed = true;
      client.destroy();
      server.destroy();
      onClosed();
    };
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', close);
      socket.on('close', close);
    }
  }

  /** Both ends learn at once that the connection is gone. */
  reset(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }

  /** One side hears that the other will say nothing more, and may go on talking itself. */
  halfClose(towards: 'client' | 'server'): void {
    (towards === 'client' ? this.client : this.server).end();
  }

  /** Bytes are neither passed on nor lost: the network is silent. */
  stall(towards: 'client' | 'server' | 'both'): void {
    if (towards !== 'client') this.forth.stall();
    if (towards !== 'server') this.back.stall();
  }

  slow(bytesPerSecond: number): void {
    this.forth.slow(bytesPerSecond);
    this.back.slow(bytesPerSecond);
  }

  heal(): void {
    this.forth.heal();
    this.back.heal();
  }
}
