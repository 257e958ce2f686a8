import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadPorts, replacePort, requireHubPort } from './ports.js';

let folder: string;
let occupier: Server;

async function occupy(port: number): Promise<void> {
  await new Promise<void>((resolve) => occupier.listen(port, '127.0.0.1', resolve));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mash-ports-'));
  occupier = createServer();
});
afterEach(async () => {
  await new Promise((resolve) => occupier.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

describe('the internal ports of a data folder', () => {
  it('are different from each other and remembered', async () => {
    const ports = await loadPorts(folder);
    expect(new Set(Object.values(ports)).size).toBe(6);
    expect(await loadPorts(folder)).toEqual(ports);
  });

  it('make way, one by one, for a program that has taken theirs', async () => {
    const before = await loadPorts(folder);
    await occupy(before.projector);
    const after = await loadPorts(folder, 200);
    expect(after).toEqual({ ...before, projector: after.projector });
    expect(after.projector).not.toBe(before.projector);
  });

  it('wait for a child of a killed run to let go', async () => {
    const before = await loadPorts(folder);
    await occupy(before.steward);
    setTimeout(() => occupier.close(), 500);
    expect(await loadPorts(folder)).toEqual(before);
  });

  it('never change for the sign-in service, whose address accounts carry', async () => {
    const { identity } = await loadPorts(folder);
    await occupy(identity);
    await expect(loadPorts(folder, 200)).rejects.toThrow(`Port ${identity}, at which people`);
  });

  it('leave it to PostgreSQL whether its own is taken by a server of ours', async () => {
    const before = await loadPorts(folder);
    await occupy(before.postgres);
    expect(await loadPorts(folder)).toEqual(before);
    const replaced = await replacePort(folder, before, 'postgres');
    expect(replaced.postgres).not.toBe(before.postgres);
    expect(await loadPorts(folder)).toEqual(replaced);
  });
});

describe("the hub's port", () => {
  it('is refused with a way out when it is taken', async () => {
    const { notary } = await loadPorts(folder);
    await occupy(notary);
    await expect(requireHubPort(notary, 200)).rejects.toThrow(`npm start -- --port ${notary + 1}`);
  });
});
