import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ChaosProxy } from './chaos-proxy.js';

describe('the chaos proxy', () => {
  let echo: Server;
  let proxy: ChaosProxy;
  let client: Socket;
  let heard: string;
  let over: 'no' | 'ended' | 'reset';

  beforeEach(async () => {
    echo = createServer({ allowHalfOpen: true }, (socket) => {
      socket.on('data', (bytes: Buffer) => socket.write(bytes.toString().toUpperCase())).on('error', () => undefined);
      socket.on('end', () => socket.end('bye'));
    });
    await new Promise<void>((resolve) => void echo.listen(0, '127.0.0.1', resolve));
    proxy = await ChaosProxy.start(portOf(echo));
    [heard, over] = ['', 'no'];
    client = connect({ port: proxy.port, host: '127.0.0.1', allowHalfOpen: true });
    client.on('data', (bytes) => (heard += String(bytes))).on('end', () => (over = 'ended')).on('error', () => (over = 'reset'));
    await says('hello', 'HELLO');
  });
  afterEach(async () => {
    client.destroy();
    await proxy.stop();
    await new Promise((resolve) => void echo.close(resolve));
  });

  async function says(words: string, answer: string): Promise<void> {
    client.write(words);
    while (!heard.endsWith(answer)) await pause(5);
  }
  const each = (work: (link: typeof proxy.links extends Set<infer L> ? L : never) => void): void => proxy.links.forEach(work);

  it('carries bytes both ways', async () => {
    await says('again', 'AGAIN');
    expect(heard).toBe('HELLOAGAIN');
  });

  it('holds bytes back while stalled and passes them on when healed', async () => {
    each((link) => link.stall('both'));
    client.write('kept');
    await pause(100);
    expect(heard).toBe('HELLO');
    proxy.heal();
    await says('', 'KEPT');
  });

  it('cuts bytes into small pieces when slow, and loses none', async () => {
    each((link) => link.slow(200));
    await says('x'.repeat(50), 'X'.repeat(50));
    expect(heard).toBe(`HELLO${'X'.repeat(50)}`);
  });

  it('resets both ends', async () => {
    each((link) => link.reset());
    while (over === 'no') await pause(5);
    expect(over).toBe('reset');
    expect(proxy.links.size).toBe(0);
  });

  it('closes one half, and the other half still speaks', async () => {
    each((link) => link.halfClose('server'));
    while (over === 'no') await pause(5);
    expect([over, heard]).toEqual(['ended', 'HELLObye']);
  });

  it('refuses new connections when told to', async () => {
    proxy.refusing = true;
    const second = connect(proxy.port, '127.0.0.1');
    expect(await new Promise((resolve) => second.on('error', () => resolve('refused')).on('close', () => resolve('refused')))).toBe('refused');
  });
});

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
