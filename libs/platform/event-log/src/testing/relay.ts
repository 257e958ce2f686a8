import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** Passes bytes to a server on this machine, until told to let a connection die in one of the ways in which they die. */
export class Relay {
  private readonly sockets = new Set<Socket>();
  private frozen = false;
  accepted = 0;

  private constructor(private readonly server: Server, readonly port: number) {}

  static start(to: number): Promise<Relay> {
    return new Promise((resolve) => {
      const server = createServer((near) => relay.pass(near, to));
      let relay: Relay;
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        relay = new Relay(server, typeof address === 'object' && address ? address.port : 0);
        resolve(relay);
      });
    });
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Connections there are stay open and swallow everything, as behind a lost route; new ones are well. */
  swallow(): void {
    for (const socket of this.sockets) socket.pause().removeAllListeners('data');
  }

  /** As `swallow`, for new connections too. */
  freeze(): void {
    this.frozen = true;
    this.swallow();
  }

  thaw(): void {
    this.frozen = false;
  }

  /** Resets every connection. */
  cut(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
    this.sockets.clear();
  }

  stop(): void {
    this.cut();
    this.server.close();
  }

  private pass(near: Socket, to: number): void {
    this.accepted += 1;
    this.sockets.add(near);
    near.on('error', () => undefined);
    if (this.frozen) return;
    const far = connect(to, '127.0.0.1');
    this.sockets.add(far);
    far.on('error', () => near.destroy());
    near.on('data', (bytes) => void far.write(bytes)).on('close', () => far.destroy());
    far.on('data', (bytes) => void near.write(bytes)).on('close', () => near.destroy());
  }
}
