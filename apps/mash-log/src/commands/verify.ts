import { allEventTypes } from '@mash/all-events';
import { fileSource, prove, verifyLog } from '@mash/event-log/transfer';
import type { RawLog } from '@mash/event-log/transfer';
import { currentSchema } from '@mash/kernel';
import { withProgress } from '@mash/progress';
import type { Command, Surroundings } from '../command.js';
import { exit, readWords } from '../command.js';
import { openServer } from '../server.js';
import { table } from '../table.js';
import { proofInWords } from '../words.js';

export const verify: Command = {
  name: 'verify',
  summary: 'check a log against itself, or a file against a server',
  help: `mash-log verify [--env NAME]
mash-log verify FILE [--env NAME] [--exact]

Without FILE: reads the whole log and then each stream on its own. Positions must rise, revisions must have no gap, both ways
of reading must show the same events, no event id may stand twice in a stream, and what calls itself JSON must be JSON.
Counts each type of event, says which this version of the hub does not know, and prints the digest of the whole log.

With FILE: checks the file's own count and digest, then that the server holds each of its events at the same revision with the
same id, type and bytes.

  --env NAME   the variable with the server's address (default MASH_EVENT_STORE)
  --exact      the server must hold nothing beyond the file

Ends with 3 when the answer is no.
`,
  run: async (words, around) => {
    const { values, positionals } = readWords(words, { env: { type: 'string' }, exact: { type: 'boolean', default: false } }, [], 1);
    const [path] = positionals;
    const log = openServer({ variable: values.env, options: { variable: 'env' } }, around);
    try {
      return path === undefined ? await verifyAlone(log, around) : await verifyAgainst(path, log, values.exact, around);
    } finally {
      await log.close();
    }
  },
};

async function verifyAlone(log: RawLog, around: Surroundings): Promise<number> {
  const found = await withProgress('Verifying', around.progress, (progress) => verifyLog(log, progress.at));
  const types = [...found.types].sort(([one], [other]) => (one < other ? -1 : 1));
  const known = (type: string): string => (type.startsWith('$') || currentSchema(allEventTypes, type) !== null ? '' : 'not known to this version of the hub');
  around.out(`${table([['type', 'events'], ...types.map(([type, events]) => [type, events, known(type)] as const)])}\n`);
  around.out(`${log.place}: ${found.events} events in ${found.streams} streams, digest ${found.digest}\n`);
  if (found.hidden > 0) around.out(`Of ${found.hidden} streams the beginning is hidden (by their metadata; a metadata stream shows its last event only): they were checked in the whole log only.\n`);
  if (found.deleted > 0) around.out(`${found.deleted} streams were deleted for ever: they were checked in the whole log only. Such a log cannot be exported or copied.\n`);
  if (found.problemCount === 0) {
    around.out('The log is sound.\n');
    return exit.done;
  }
  around.out(`The log is NOT sound: ${found.problemCount} problems.\n${found.problems.map((each) => `  ${each}\n`).join('')}`);
  if (found.problemCount > found.problems.length) around.out(`  and ${found.problemCount - found.problems.length} more\n`);
  return exit.differs;
}

async function verifyAgainst(path: string, log: RawLog, exact: boolean, around: Surroundings): Promise<number> {
  const source = await fileSource(path);
  const head = await log.head();
  const held = head === null ? none() : log.all(null, head.position);
  const proof = await withProgress('Comparing', around.progress, (progress) => prove(source, held, !exact, progress.at));
  around.out(proofInWords(proof, path, log.place));
  if (proof.beyond > 0) around.out(`${log.place} holds ${proof.beyond} events beyond the file.\n`);
  return proof.differences.length === 0 ? exit.done : exit.differs;
}

async function* none(): AsyncGenerator<never> {
  // An empty log has nothing to read up to.
}
