// Starts, kills and revives nodes for the suite's tests, which run in other processes and ask for it over HTTP.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { EventStoreDBClient } from '@eventstore/db-client';
import { throwAwayDatabases } from '@mash/postgres';

const NODE_PROCESS = fileURLToPath(new URL('./node-process.mjs', import.meta.url));
/** As long as a container is given to stop before it is killed. */
const STOP_PATIENCE_MS = 10_000;
/** In a real cluster another node takes over meanwhile; here the leader itself comes back. */
const TAKE_OVER_MS = 500;
const ONE_DAY_S = 86_400;

/**
 * Serves `POST /up`, `/down`, `/kill` and `/revive`.
 * @param {{ manners: boolean, tls?: object, user?: { name: string, password: string }, caFile?: string }} settings
 */
export async function serveClusters(settings) {
  const clusters = new Map();
  const acts = {
    up: async ({ id, count, insecure }) => {
      const cluster = new Cluster(insecure ? { ...settings, tls: undefined, user: undefined } : settings, count);
      clusters.set(id, cluster);
      return { ports: await cluster.up() };
    },
    down: async ({ id }) => {
      await clusters.get(id)?.down();
      clusters.delete(id);
      return {};
    },
    kill: async ({ id, port }) => (await clusters.get(id).kill(port), {}),
    revive: async ({ id }) => (await clusters.get(id).revive(), {}),
  };
  const server = createServer((request, response) => {
    void answer(request, acts).then(
      (body) => response.end(JSON.stringify(body)),
      (error) => response.writeHead(500).end(error.stack),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      // Some of the tests leave their nodes running.
      for (const cluster of clusters.values()) await cluster.down();
    },
  };
}

async function answer(request, acts) {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) body += piece;
  return acts[request.url.slice(1)](JSON.parse(body));
}

/** A leader, and followers over the same log when more than one node is asked for. */
class Cluster {
  /** @type {{ port: number, leads: boolean, child?: import('node:child_process').ChildProcess }[]} */
  #nodes = [];
  #killed = new Set();
  #databases;
  #down = false;

  constructor(settings, count) {
    this.settings = settings;
    this.count = count;
  }

  async up() {
    this.#databases = await throwAwayDatabases(['mash_log']);
    for (let index = 0; index < this.count; index += 1) {
      const node = { port: 0, leads: index === 0 };
      await this.#start(node);
      this.#nodes.push(node);
    }
    await this.#beginAsRealServersDo();
    return this.#nodes.map(({ port }) => port);
  }

  async kill(port) {
    const node = this.#nodes.find((each) => each.port === port);
    if (node === undefined) throw new Error(`No node listens on port ${port}.`);
    this.#killed.add(port);
    await stop(node);
    if (node.leads && this.count > 1) void this.#comeBackUnlessAllAreKilled(node);
  }

  async revive() {
    this.#killed.clear();
    for (const node of this.#nodes) if (node.child === undefined) await this.#start(node);
  }

  async down() {
    this.#down = true;
    await Promise.all(this.#nodes.map(stop));
    await this.#databases?.drop();
  }

  async #comeBackUnlessAllAreKilled(node) {
    await pause(TAKE_OVER_MS);
    if (this.#down || this.#killed.size === this.count || node.child !== undefined) return;
    await this.#start(node);
  }

  /**
   * The log of a fresh real server is not empty: its own start has written system events, among them how long the
   * statistics of the node are kept. Three tests count on there being some. This node writes none of its own accord.
   */
  async #beginAsRealServersDo() {
    const { tls, user, caFile } = this.settings;
    const [{ port }] = this.#nodes;
    const client = EventStoreDBClient.connectionString(
      tls === undefined ? `esdb://localhost:${port}?tls=false` : `esdb://${user.name}:${user.password}@localhost:${port}?tls=true&tlsCAFile=${caFile}`,
    );
    await client.setStreamMetadata(`$stats-localhost:${port}`, { maxAge: ONE_DAY_S });
    await client.dispose();
  }

  async #start(node) {
    const { manners, tls, user } = this.settings;
    const options = {
      allowDeletes: true, manners, tls, user, host: '127.0.0.1', advertisedHost: 'localhost', port: node.port,
      ownerUrl: this.#databases.url('mash_log', 'mash_owner'), url: this.#databases.url('mash_log', 'mash_log'),
      ...(node.leads ? {} : { follow: { host: 'localhost', port: this.#nodes[0].port } }),
    };
    const child = spawn(process.execPath, [NODE_PROCESS, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
    node.child = child;
    child.once('exit', () => {
      if (node.child === child) node.child = undefined;
    });
    node.port = await readyPort(child);
  }
}

async function readyPort(child) {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The node ended with code ${code} before it was ready.`);
  });
  const ready = once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(line).port);
  return Promise.race([ready, ended]);
}

async function stop(node) {
  const { child } = node;
  if (child === undefined) return;
  node.child = undefined;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}
