import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import getPort from 'get-port';
import { FOLLOW_PARENT } from './follow-parent.js';
import { isReady } from './is-ready.js';
import { PATIENCE, supervise } from './supervise.js';
import type { SupervisedService } from './supervise.js';

const impatient = { ...PATIENCE, firstRestartAfter: 20, longestRestartAfter: 40, startWithin: 10_000, stopWithin: 500 };

let folder: string;
let port: number;
let said: string[];
const services: SupervisedService[] = [];

function run(program: string): SupervisedService {
  const script = join(folder, 'service.mjs');
  writeFileSync(script, program);
  const spec = { name: 'service', label: 'the service', script, env: { MASH_PORT: String(port) }, ready: { kind: 'http', url: `http://127.0.0.1:${port}/health` } } as const;
  const service = supervise(spec, join(folder, 'logs'), (line) => said.push(line), impatient);
  services.push(service);
  return service;
}

const SERVE = `
  import { createServer } from 'node:http';
  createServer((request, response) => {
    if (request.url === '/fall') process.exit(3);
    response.end(JSON.stringify({ pid: process.pid, variables: Object.keys(process.env) }));
  }).listen(Number(process.env.MASH_PORT), '127.0.0.1', () => console.log('serving'));
`;

async function ask(path: string): Promise<{ pid: number; variables: string[] }> {
  return (await (await fetch(`http://127.0.0.1:${port}${path}`)).json()) as { pid: number; variables: string[] };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mash-supervise-'));
  said = [];
  port = await getPort();
});

afterEach(async () => {
  for (const service of services.splice(0)) await service.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('a supervised service', () => {
  it('is ready when it answers, and writes its words to its log', async () => {
    await run(SERVE).ready;
    await ask('/');
    expect(readFileSync(join(folder, 'logs/service.log'), 'utf8')).toMatch(/^----- \S+ the service starts\nserving\n$/);
  });

  it('is told only what it needs', async () => {
    process.env['MASH_TEST_SECRET_OF_ANOTHER'] = 'x';
    await run(SERVE).ready;
    delete process.env['MASH_TEST_SECRET_OF_ANOTHER'];
    const { variables } = await ask('/');
    expect(variables).toContain('MASH_PORT');
    expect(variables).not.toContain('MASH_TEST_SECRET_OF_ANOTHER');
  });

  it('is started again when it falls over', async () => {
    await run(SERVE).ready;
    const { pid } = await ask('/');
    await fetch(`http://127.0.0.1:${port}/fall`).catch(() => undefined);
    // The one that falls lets go of its port a moment after it has let go of the call.
    const another = async (): Promise<boolean> => ask('/').then((answer) => answer.pid !== pid, () => false);
    while (!await another()) await pause(20);
    expect(said).toEqual(['the service fell over (exit code 3) and is started again in 0.02 s']);
  });

  it('is given up, with its last words, when it never serves', async () => {
    await expect(run(`console.error('no root key was given'); process.exit(2);`).ready).rejects.toThrow(/does not start \(exit code 2\)[^]*said last:\n {4}no root key was given\n {2}\(all/);
    expect(said).toHaveLength(PATIENCE.attemptsToStart - 1);
  });

  it('is asked to stop and stays stopped', async () => {
    const service = run(SERVE);
    await service.ready;
    await service.stop();
    await pause(100);
    expect(await isReady({ kind: 'port', port })).toBe(false);
    expect(said).toEqual([]);
  });

  it('ends when whoever supervises it is killed', async () => {
    writeFileSync(join(folder, 'lasting.mjs'), SERVE);
    const supervisor = spawn(process.execPath, ['--input-type=module', '-e', `
      import { spawn } from 'node:child_process';
      spawn(process.execPath, ['--import', ${JSON.stringify(FOLLOW_PARENT)}, process.argv[1]], { detached: true, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    `, join(folder, 'lasting.mjs')], { env: { ...process.env, MASH_PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
    while (!(await isReady({ kind: 'port', port }))) await pause(20);
    supervisor.kill('SIGKILL');
    while (await isReady({ kind: 'port', port })) await pause(20);
  });

  it('is made to stop when it does not listen', async () => {
    const service = run(`process.on('SIGTERM', () => undefined);${SERVE}`);
    await service.ready;
    await service.stop();
    expect(await isReady({ kind: 'port', port })).toBe(false);
  });
});
