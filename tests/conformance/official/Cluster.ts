// Takes the place of the suite's container helper: the tests ask for nodes, the runner starts ours.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';

interface EndPoint {
  readonly address: string;
  readonly port: number;
}

interface Started {
  readonly ports: readonly number[];
}

export class Cluster {
  readonly domain = 'localhost';
  private ports: readonly number[] = [];

  constructor(private readonly count: number, private readonly insecure = false, private readonly id: string = randomUUID()) {}

  get endpoints(): EndPoint[] {
    return this.ports.map((port) => ({ address: this.domain, port }));
  }

  get uri(): string {
    return `${this.domain}:${this.ports[0] ?? 0}`;
  }

  get certPath(): { root: string } {
    return { root: setting('MASH_OFFICIAL_CA_FILE') };
  }

  get certs(): { root: Buffer } {
    return { root: readFileSync(this.certPath.root) };
  }

  /** Settings of the real server (sizes and timeouts) that this node has as constants. */
  setOption = (_key: string, _value: unknown): this => this;

  up = async (): Promise<void> => {
    this.ports = (await ask<Started>('up', { id: this.id, count: this.count, insecure: this.insecure })).ports;
  };

  down = async (): Promise<void> => {
    await ask('down', { id: this.id });
  };

  killNode = async ({ port }: EndPoint): Promise<void> => {
    await ask('kill', { id: this.id, port });
  };

  resurrect = async (): Promise<void> => {
    await ask('revive', { id: this.id });
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the runner sets it.`);
  return value;
}

function ask<Answer = unknown>(act: string, body: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(`${setting('MASH_OFFICIAL_CONTROL')}/${act}`, { method: 'POST', agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => (response.statusCode === 200 ? resolve(JSON.parse(text) as Answer) : reject(new Error(text))));
    });
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}
