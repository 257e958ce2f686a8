import { parseOptions } from './options.js';
import { runAll, StoppedEarly } from './run-all.js';
import { sampleSignIns } from './services/sample-town.js';
import { untilStopped } from './until-stopped.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (error: unknown): void => void process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);

const whoMaySignIn = (sample: boolean): string[] => (sample
  ? ['Sample sign-ins (user, password, who they are):', ...sampleSignIns().map((line) => `  ${line}`)]
  : ['This data folder was begun without the sample town, so nobody has a post and can sign in yet.', 'To try the hub with the sample town, choose another folder with --data.']);

/** Runs until told to stop; answers with the exit code. */
async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if ('print' in options) {
    say(options.print);
    return 0;
  }
  const stopping = new AbortController();
  const stopped = untilStopped().then(() => stopping.abort());
  const undo: (() => Promise<void>)[] = [];
  let failure: unknown;
  try {
    const { addresses, sample } = await runAll(options, { say, stopping: stopping.signal, onStop: (step) => undo.push(step) });
    say(['', `The hub is ready: ${addresses.hub}`, '', ...whoMaySignIn(sample), '', 'Ctrl-C stops it; the data stays.'].join('\n'));
    await stopped;
  } catch (error) {
    if (!(error instanceof StoppedEarly)) failure = error;
  }
  const started = undo.length > 0;
  if (started) say('\nstopping …');
  for (const step of undo.reverse()) await step().catch(complain);
  if (started) say('stopped');
  // Last, so that it is what the user sees.
  if (failure !== undefined) complain(failure);
  return failure === undefined ? 0 : 1;
}

process.exit(await main().catch((error: unknown) => {
  complain(error);
  return 1;
}));
