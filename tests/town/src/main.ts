import { allEventTypes } from '@mash/all-events';
import { EnvironmentMistakes, logVariables, openJournal, readEnvironment, url } from '@mash/service';
import { directoryBus } from './directory-bus.js';
import { sampleSeed } from './sample-users.js';
import { seedSample } from './sample/seed-sample.js';
import { setUpDirectory } from './set-up.js';
import { buildTown } from './town.js';

const { port: _, ...log } = logVariables;
const variables = { ...log, hub: url('MASH_PUBLIC_URL', ['http:', 'https:'], 'http://127.0.0.1:4000'), issuer: url('MASH_ISSUER', ['http:', 'https:'], 'https://sign-in.example.org/realms/mash') };

let lastSaid = '';

/** To the log of this run, and to whoever started it and waits. Says no names: the log is kept. */
function say(percent: number, what: string): void {
  const line = `${percent} % ${what}`;
  if (line === lastSaid) return;
  lastSaid = line;
  process.stdout.write(`${line}\n`);
  process.send?.({ percent, what });
}

/** Creates the sample town in a running product. Doing it again repeats nothing that is there. */
async function seed(): Promise<void> {
  const { hub, issuer, ...access } = readEnvironment(variables, process.env);
  const town = buildTown(sampleSeed);
  const { journal, close } = openJournal(access, allEventTypes);
  try {
    const { bus, close: closeBus } = await directoryBus(journal);
    await setUpDirectory(bus, town, issuer, (done, of) => say(Math.round((done / of) * 10), 'organisations and the people who work there'));
    await closeBus();
  } finally {
    await close();
  }
  await seedSample(town, hub, (percent, what) => say(10 + Math.round(percent * 0.9), what));
}

try {
  await seed();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentMistakes ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exit(1);
}
