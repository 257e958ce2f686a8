import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import type { Product } from '@mash/system';
import getPort from 'get-port';

import { startPinned } from '../servers/server-process.js';

const entry = fileURLToPath(new URL('../../../../apps/hub/dist/main.js', import.meta.url));

/**
 * A second hub beside the product's own, told the same, on the core of the measured server.
 * @param nodeArguments for example `--cpu-prof`
 */
export async function startMeasuredHub(product: Product, nodeArguments: readonly string[]): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await getPort();
  const child = startPinned('server', [...nodeArguments, entry], { PATH: process.env['PATH'], ...product.environment, MASH_PORT: String(port), NODE_ENV: 'production' });
  process.once('exit', () => child.kill('SIGKILL'));
  child.stdout?.resume();
  const url = `http://127.0.0.1:${port}`;
  while (!await fetch(`${url}/health`).then(({ ok }) => ok, () => false)) {
    if (child.exitCode !== null) throw new Error('The measured hub did not start.');
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  return {
    url: `${url}/graphql`,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
