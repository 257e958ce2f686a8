import { EventsDiffer, ServerUnreachable, TransferRefused } from '@mash/event-log/transfer';
import type { Command, Surroundings } from './command.js';
import { UsageMistake, exit } from './command.js';
import { copy } from './commands/copy.js';
import { exportLog } from './commands/export-log.js';
import { importLog } from './commands/import-log.js';
import { info } from './commands/info.js';
import { tail } from './commands/tail.js';
import { verify } from './commands/verify.js';
import { secretsIn } from './server.js';

const commands: readonly Command[] = [info, tail, exportLog, importLog, verify, copy];

const help = `mash-log: look at, check and carry the event log

${commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}\n`).join('')}
mash-log COMMAND --help says more of each.

The server is named by variables, so that no password stands on a command line: MASH_EVENT_STORE (an address such as
esdb://127.0.0.1:2113?tls=false), MASH_EVENT_STORE_USER and MASH_EVENT_STORE_PASSWORD.

Ends with 0 when done, 1 when a server or file refused or failed, 2 for a mistake on the command line, 3 when a log is not
sound, two places differ or a copied log went on meanwhile, 130 when interrupted.
`;

/**
 * Runs one command line.
 * @returns the exit code; mistakes and refusals are said on `err`, without secrets
 */
export async function run(words: readonly string[], around: Surroundings): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    (name === undefined ? around.err : around.out)(help);
    return name === undefined ? exit.usage : exit.done;
  }
  const command = commands.find((each) => each.name === name);
  if (command === undefined) {
    around.err(`There is no command "${name}". There are: ${commands.map((each) => each.name).join(', ')}.\n`);
    return exit.usage;
  }
  if (rest.includes('--help')) {
    around.out(command.help);
    return exit.done;
  }
  try {
    return await command.run(rest, around);
  } catch (error) {
    around.err(withoutSecrets(explained(error, command), around));
    return codeFor(error);
  }
}

function codeFor(error: unknown): number {
  if (error instanceof UsageMistake) return exit.usage;
  return error instanceof EventsDiffer ? exit.differs : exit.failed;
}

function explained(error: unknown, { name }: Command): string {
  if (error instanceof UsageMistake) return `${error.message} See: mash-log ${name} --help\n`;
  if (error instanceof TransferRefused || error instanceof EventsDiffer) return `${error.message}\n`;
  if (error instanceof ServerUnreachable) return `${error.message} What was done stays done: run the command again to go on.\n`;
  return `mash-log ${name} failed: ${error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'}\n`;
}

function withoutSecrets(text: string, { environment }: Surroundings): string {
  return secretsIn(environment).reduce((said, secret) => said.replaceAll(secret, '…'), text);
}
