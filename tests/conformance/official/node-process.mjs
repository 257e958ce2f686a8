// One node in a process of its own, so that it can be killed: node-process.mjs '{"port":0,"ownerUrl":"…","url":"…",…}'
import { startEventStore } from '@mash/embedded-event-store';

const store = await startEventStore({ ...JSON.parse(process.argv[2]), log: (line) => line.level === 'error' && process.stderr.write(`${JSON.stringify(line)}\n`) });
process.stdout.write(`${JSON.stringify({ port: store.port })}\n`);

const stop = () => void store.stop().finally(() => process.exit(0));
process.once('SIGTERM', stop);
// Whoever started it has gone: nobody else would stop it.
process.stdin.once('end', stop).resume();
