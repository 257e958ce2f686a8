import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../root.js';
import type { ChildSpec } from './child-spec.js';
import { FOLLOW_PARENT } from './follow-parent.js';

// Tells one run from the next in a log that outlives them.
const HEADING = '-----';

const LOG_KEPT_UP_TO = 10_000_000;

// Nothing else of our own environment: a service knows what it is told and nothing more.
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'] as const;

/** Starts a child whose output goes to its log file and that ends when we do, however we end. */
export function spawnChild(spec: ChildSpec, logDir: string): ChildProcess {
  const output = openSync(prepareLog(spec, logDir), 'a', 0o600);
  try {
    writeSync(output, `${HEADING} ${new Date().toISOString()} ${spec.label} starts\n`);
    return spawn(process.execPath, ['--enable-source-maps', '--import', FOLLOW_PARENT, spec.script, ...(spec.args ?? [])], {
      cwd: ROOT,
      // In a process group of its own, so that Ctrl-C in the terminal lets us stop all in order.
      detached: true,
      env: { ...passedOn(), ...spec.env },
      stdio: ['ignore', output, output, 'ipc'],
    });
  } finally {
    closeSync(output);
  }
}

/** The last lines that the child wrote, for a user who must find out what went wrong. */
export function lastWords(spec: ChildSpec, logDir: string): string {
  const lines = readFileSync(logFile(spec, logDir), 'utf8').trimEnd().split('\n');
  const ofThisRun = lines.slice(lines.findLastIndex((line) => line.startsWith(HEADING)) + 1).slice(-15);
  return `${ofThisRun.map((line) => `    ${line}`).join('\n')}\n  (all of it: ${logFile(spec, logDir)})`;
}

function prepareLog(spec: ChildSpec, logDir: string): string {
  const path = logFile(spec, logDir);
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_UP_TO) renameSync(path, `${path}.1`);
  return path;
}

function logFile(spec: ChildSpec, logDir: string): string {
  return join(logDir, `${spec.name}.log`);
}

function passedOn(): Record<string, string> {
  return Object.fromEntries(PASSED_ON.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
