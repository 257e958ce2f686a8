import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Starts the machine's own Chromium. @throws Error when there is none */
export function startBrowser(): Promise<Browser> {
  const executablePath = process.env['MASH_CHROMIUM'] ?? usual.find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('There is no Chromium here. Install it, or name it in MASH_CHROMIUM.');
  // As root there is no sandbox; nothing but the product on loopback is visited.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args });
}
