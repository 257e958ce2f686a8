import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { Link } from './link.js';

/** Stands between a client and a server and carries bytes until it is told otherwise. */
export class ChaosProxy {
  readonly links = new Set<Link>();
  /** New connections are reset at once. */
  refusing = false;

  private constructor(private readonly server: Server, private target: number) {}

  static async start(target: number): Promise<ChaosProxy> {
    const server = createServer({ allowHalfOpen: true });
    const proxy = new ChaosProxy(server, target);
    server.on('connection', (client) => proxy.carry(client));
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    return typeof address === 'object' && address ? address.port : 0;
  }

  /** Connections from now on go there; those that exist stay where they are. */
  aim(target: number): void {
    this.target = target;
  }

  heal(): void {
    this.refusing = false;
    for (const link of this.links) link.heal();
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => void this.server.close(() => resolve()));
    for (const link of this.links) link.reset();
    await closed;
  }

  private carry(client: Socket): void {
    client.on('error', () => undefined);
    if (this.refusing) return void client.resetAndDestroy();
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const link = new Link(client, server, () => this.links.delete(link));
    this.links.add(link);
  }
}
