import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import getPort from 'get-port';
import pg from 'pg';
import { startEmbeddedPostgres } from './start.js';
import type { RunningPostgres } from './running.js';

const PASSWORD = 'a-password-of-wexcombe';
const root = fileURLToPath(new URL('../../../..', import.meta.url));

let place: string;
let dataDir: string;
let port: number;
const running: RunningPostgres[] = [];

async function start(changes: { port?: number; password?: string; dataDir?: string; log?: (line: string) => void } = {}): Promise<RunningPostgres> {
  const server = await startEmbeddedPostgres({ port, dataDir, password: PASSWORD, ...changes });
  running.push(server);
  return server;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'mash-postgres-'));
  chmodSync(place, 0o711);
  dataDir = join(place, 'data');
  port = await getPort();
});

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(place, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('keeps what was written over a stop and a start', async () => {
    const first = await start();
    await query(first.adminUrl, `CREATE TABLE kept AS SELECT 'Wexcombe' AS town`);
    await first.stop();
    await expect(query(first.adminUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });

    const second = await start();
    expect(await query(second.adminUrl, 'SELECT town FROM kept')).toEqual([{ town: 'Wexcombe' }]);
    expect(second.adopted).toBe(false);
  });

  it('is durable, listens on loopback only and asks everybody for a password', async () => {
    const { adminUrl } = await start();
    const rows = await query(adminUrl, `SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'unix_socket_directories') ORDER BY name`);
    expect(Object.fromEntries(rows.map((row) => [row['name'], row['setting']]))).toEqual({
      fsync: 'on', full_page_writes: 'on', listen_addresses: '127.0.0.1', synchronous_commit: 'on', unix_socket_directories: '',
    });
    const methods = await query(adminUrl, 'SELECT DISTINCT auth_method FROM pg_hba_file_rules');
    expect(methods).toEqual([{ auth_method: 'scram-sha-256' }]);
    await expect(query(adminUrl.replace(PASSWORD, 'wrong'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('writes no value of a failed statement into its log', async () => {
    const { adminUrl } = await start();
    await expect(query(adminUrl, `SELECT 'Planted Name'::int`)).rejects.toMatchObject({ code: '22P02' });
    await query(adminUrl, 'CREATE TABLE unique_names (name text PRIMARY KEY)');
    await query(adminUrl, `INSERT INTO unique_names VALUES ('Planted Name')`);
    await expect(query(adminUrl, `INSERT INTO unique_names VALUES ('Planted Name')`)).rejects.toMatchObject({ code: '23505' });
    expect(readFileSync(join(dataDir, 'server.log'), 'utf8')).not.toContain('Planted');
  });

  it('says when it is gone, though nobody stopped it', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    await expect(server.gone).resolves.toBeUndefined();
  });

  it('recovers after it was killed', async () => {
    const first = await start();
    await query(first.adminUrl, 'CREATE TABLE survivors AS SELECT 1 AS one');
    process.kill(first.pid, 'SIGKILL');
    await first.gone;
    const second = await start();
    expect(await query(second.adminUrl, 'SELECT one FROM survivors')).toEqual([{ one: 1 }]);
  });

  it('starts over when a first run was killed while it made the folder', async () => {
    mkdirSync(join(dataDir, 'cluster.unfinished/data'), { recursive: true, mode: 0o711 });
    writeFileSync(join(dataDir, 'cluster.unfinished/data/PG_VERSION'), '18');
    chmodSync(dataDir, 0o711);
    expect(await query((await start()).adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts although another program has the process number of its dead predecessor', async () => {
    await (await start()).stop();
    const lock = join(dataDir, 'cluster/postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${dataDir}/cluster\n1\n${port}\n\n127.0.0.1\n\nready\n`);
    expect(await query((await start()).adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('uses a private folder of ours without letting others list it', async () => {
    mkdirSync(dataDir, { mode: 0o700 });
    await start();
    expect(statSync(dataDir).mode & 0o066).toBe(0);
  });
});

describe('the embedded PostgreSQL that a killed run left behind', () => {
  let program: string;

  beforeEach(() => {
    program = mkdtempSync(join(root, 'node_modules/.orphan-test-'));
    execFileSync(process.execPath, [join(root, 'node_modules/@swc/cli/bin/swc.js'), 'src', '-d', program, '--strip-leading-paths', '--config-file', join(root, '.swcrc'), '--ignore', '**/*.spec.ts', '-q'], { cwd: join(root, 'libs/embedded/postgres') });
    writeFileSync(join(program, 'package.json'), '{"type":"module"}');
    writeFileSync(join(program, 'run.mjs'), `
      import { startEmbeddedPostgres } from './index.js';
      await startEmbeddedPostgres({ port: ${port}, dataDir: ${JSON.stringify(dataDir)}, password: '${PASSWORD}' });
      process.stdout.write('ready');
      setInterval(() => undefined, 1000);
    `);
  });
  afterEach(() => rmSync(program, { recursive: true, force: true }));

  async function startAndKillParent(): Promise<void> {
    const parent = spawn(process.execPath, [join(program, 'run.mjs')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const exited = new Promise((resolve) => parent.once('exit', resolve));
    parent.kill('SIGKILL');
    await exited;
  }

  it('is taken over, with the sessions that it serves', async () => {
    await startAndKillParent();
    const session = new pg.Client({ connectionString: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres` });
    await session.connect();
    const server = await start();
    expect(server.adopted).toBe(true);
    expect((await session.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await session.end();
    await server.stop();
    await expect(query(server.adminUrl, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is restarted when another port is asked for', async () => {
    await startAndKillParent();
    const server = await start({ port: await getPort() });
    expect(server.adopted).toBe(false);
    expect(await query(server.adminUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect(query(`postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is stopped, and the reason told, when it does not know our password', async () => {
    await startAndKillParent();
    await expect(start({ password: 'another' })).rejects.toThrow('made with another database password');
    await expect(query(`postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

describe('the embedded PostgreSQL says what helps', () => {
  it('when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    await expect(start()).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken by another program. Stop that program or choose another port.`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('when a file is in the way of the folder', async () => {
    writeFileSync(dataDir, '');
    await expect(start()).rejects.toThrow(/a file is in the way\. Choose another data folder/);
  });

  it('when the folder was written by another version', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster/PG_VERSION'), '14\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 14, and this is PostgreSQL 18/);
  });

  it('when what lies in the folder is no database', async () => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true });
    await expect(start()).rejects.toThrow(/is no PostgreSQL data folder/);
  });

  it('when the folder is in use by a run that is alive', async () => {
    await start();
    await expect(start({ port: await getPort() })).rejects.toThrow(`Another run (process ${process.pid}) is using the data folder`);
  });

  it('when the folder lies where its account cannot reach', async () => {
    if (process.getuid?.() !== 0) {
      chmodSync(place, 0o500);
      await expect(start()).rejects.toThrow('there is no permission to make it');
      chmodSync(place, 0o700);
      return;
    }
    chmodSync(place, 0o700);
    await expect(start()).rejects.toThrow(/cannot reach .*Choose a data folder outside of private folders/);
  });
});
