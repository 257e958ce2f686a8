import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Person, buildTown, eventually } from '@mash/town';
import { root } from './harness/child.js';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';

describe('npm run admit', () => {
  const town = buildTown(12);
  const first = town.practitioners.administrator;
  let product: Product;
  beforeAll(async () => {
    product = await startProduct([town]);
  }, 120_000);
  afterAll(() => product.stop());

  const admit = (...args: string[]): Promise<{ code: number | null; said: string }> => new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'apps/hub/dist/admit-organisation.js'), ...args], { env: { PATH: process.env['PATH'], ...product.environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('exit', (code) => resolve({ code, said }));
  });
  const council = ['--organisation', 'Tidewell Council', '--kind', 'LOCAL_AUTHORITY', '--telephone', '01632 960111', '--administrator', 'First Administrator', '--subject', first.subject];

  it('explains itself when something is missing', async () => {
    const { code, said } = await admit('--organisation', 'Tidewell Council');
    expect(code).toBe(2);
    expect(said).toContain('Lets an organisation in');
  });
  it('13.5 says what is wrong with a code', async () => {
    const { code, said } = await admit(...council, '--code', 'GSS:E99');
    expect(code).toBe(1);
    expect(said).toContain('13.5');
  });
  it('lets an organisation in once, and its administrator is known to the hub', async () => {
    const once = await admit(...council, '--code', 'GSS:E06000924');
    const again = await admit(...council, '--code', 'GSS:E06000924');
    expect(once).toEqual({ code: 0, said: expect.stringMatching(/^[0-9a-f-]{36}\n$/) });
    expect(again).toEqual(once);
    // The sample account carries another agency than the one just made, and so it is refused by name, not as a stranger.
    const person = await Person.signIn(product.hubUrl, first);
    await eventually(() => person.ask('{ me { agency } }'), (answer) => answer.errors?.[0]?.extensions?.code === 'NOT_PERMITTED');
  });
});
