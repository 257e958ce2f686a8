#!/usr/bin/env node
import { exit } from './command.js';
import { run } from './run.js';

const interruption = new AbortController();
// The first interruption ends the work between two events; a second one ends the process, which is as safe.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());
// A reader that has seen enough, as in `mash-log tail | head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exit.done : exit.failed));

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  progress: { output: process.stderr, now: () => performance.now() },
  signal: interruption.signal,
});
