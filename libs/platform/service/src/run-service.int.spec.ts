import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const script = fileURLToPath(new URL('./testing/service-that-fails.mjs', import.meta.url));

async function run(how: string, whenStarted: (kill: (signal: NodeJS.Signals) => void) => void = () => undefined): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, [script, how], { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'] } });
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString();
    if (bytes.toString().includes('started')) whenStarted((signal) => void child.kill(signal));
  });
  const [code] = await once(child, 'close') as [number | null];
  return { code, said };
}

describe('a service', () => {
  it.each([['rejection', 'unhandled rejection'], ['exception', 'uncaught exception']])('ends, and says so without quoting, on an unforeseen %s: no zombie is left', async (how, words) => {
    const { code, said } = await run(how);
    expect(code).toBe(1);
    expect(said).toContain(`"message":"${words}","error":"RangeError"`);
    expect(said).not.toContain('Pelham');
  });

  it('stops cleanly when it is told to', async () =>
    expect(await run('none', (kill) => kill('SIGTERM'))).toMatchObject({ code: 0 }));
});
