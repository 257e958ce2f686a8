import { parseStandInOptions } from './stand-ins/options.js';
import { runStandIn } from './stand-ins/run-stand-in.js';
import { untilStopped } from './until-stopped.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

// From the first moment on: a signal during the start stops what was started.
const stopped = untilStopped();

try {
  const options = parseStandInOptions(process.argv.slice(2));
  if ('print' in options) {
    say(options.print);
    process.exit(0);
  }
  const running = await runStandIn(options, say);
  say(running.readyLine);
  await stopped;
  await running.stop();
  say('stopped');
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
