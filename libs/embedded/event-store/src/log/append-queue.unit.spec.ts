import { randomUUID } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { AppendQueue } from './append-queue.js';
import type { AppendRequest } from './append-request.js';

const holding = (bytes: number): AppendRequest => ({
  intent: 'append', stream: 'enquiry-1', expected: { kind: 'any' },
  events: [{ id: randomUUID(), type: 'Noted', isJson: false, data: Buffer.alloc(bytes), metadata: Buffer.alloc(0) }],
});

describe('the appends that wait', () => {
  it('have room up to a limit, and again when half of it has been taken', async () => {
    const queue = new AppendQueue(Date.now, 120_000);
    const appends = Array.from({ length: 64 }, () => queue.add(holding(1_000), 10_000));
    expect(queue.room()).toBeUndefined();
    appends.push(...Array.from({ length: 16 }, () => queue.add(holding(2_000), 10_000)));
    const room = queue.room();
    expect(room).toBeDefined();
    const taken = queue.takeBatch();
    expect(taken).toHaveLength(40);
    let made = false;
    void room?.then(() => (made = true));
    await Promise.resolve();
    expect(made).toBe(false);
    taken.push(...queue.takeAll());
    await room;
    for (const append of taken) append.answer({ kind: 'unavailable' });
    expect(await Promise.all(appends)).toHaveLength(80);
  });

  it('let go of what an append held when its time is over, and are not taken after that', async () => {
    const queue = new AppendQueue(() => 0, 100_000);
    const request = holding(200_000);
    const append = queue.add(request, 10);
    const room = queue.room();
    expect(await append).toEqual({ kind: 'timeout' });
    await room;
    expect(queue.length).toBe(1);
    // Even where the clock of the deadline stands behind that of the timer: of its events nothing is left.
    expect(queue.takeAll()).toEqual([]);
    expect(queue.room()).toBeUndefined();
  });

  it('keep the events of one that was taken in time, whatever its clock says while it is written', async () => {
    const queue = new AppendQueue(() => 0);
    const append = queue.add(holding(10), 10);
    const [taken] = queue.takeAll();
    expect(await append).toEqual({ kind: 'timeout' });
    expect(taken?.events).toHaveLength(1);
  });
});
