import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '@mash/postgres';
import { Metrics } from '@mash/telemetry';
import { Projector } from '@mash/views';
import { chaosJournal } from '../views/chaos-journal.js';
import { chaosViews } from '../views/chaos-views.js';
import { onWord, takeOrder } from './told.js';
import type { ProjectorOrder } from './told.js';

/** The projector as it ships, with views of our own, that kills itself when it comes to a named point for the n-th time. */
const order = takeOrder<ProjectorOrder>();
const journal = chaosJournal(order.url);
const pool = createPool(order.postgres, 4);
let passed = 0;
let until: bigint | null = null;

const projector = new Projector({
  pool, journal, views: chaosViews(order.version), metrics: new Metrics(true),
  say: (level, message) => void process.stdout.write(`${level}: ${message}\n`),
  crashPoint: (point) => {
    if (point !== order.dieAt?.point) return;
    passed += 1;
    if (passed === order.dieAt.time) process.kill(process.pid, 'SIGKILL');
  },
});
onWord((word) => {
  if (word.say === 'until') until = BigInt(word.position);
});
projector.start();
while (until === null || (projector.checkpoint.position ?? -1n) < until) await pause(20);
await projector.stop();
await pool.end();
await journal.log.close();
process.exit(0);
