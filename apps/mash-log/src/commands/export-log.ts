import { LogFileWriter, TransferRefused, Uncarriable, isCarried } from '@mash/event-log/transfer';
import type { LeftOut, RawLog } from '@mash/event-log/transfer';
import { withProgress } from '@mash/progress';
import type { Command, Surroundings } from '../command.js';
import { exit, readWords } from '../command.js';
import { openServer } from '../server.js';
import { leftOutInWords } from '../words.js';

export const exportLog: Command = {
  name: 'export',
  summary: 'write the log to a file of JSON lines',
  help: `mash-log export FILE [--env NAME] [--from-last]

Writes every event up to the newest one, in the log's order, one line of JSON each, between a header line and a closing line
with count and digest. Data and metadata come back byte for byte: as JSON where that is exact, else as base64. The file is
made readable for you alone and never overwritten. Sealed fields stay sealed; still, keep it as you would keep a case file.

  --env NAME    the variable with the server's address (default MASH_EVENT_STORE)
  --from-last   go on after the last event of FILE: after an interruption, or to add what has happened since. The file is
                checked first, and its closing line stays until the new one stands. Begins FILE when it is not there

A log with a stream that was deleted for ever (a tombstone) is refused: only a server can write that mark. A stream that was
deleted softly and written again is exported, but cannot be imported: its metadata would be written by the server itself.
`,
  run: async (words, around) => {
    const { values, positionals } = readWords(words, { env: { type: 'string' }, 'from-last': { type: 'boolean', default: false } }, ['FILE']);
    const [path = ''] = positionals;
    const log = openServer({ variable: values.env, options: { variable: 'env' } }, around);
    try {
      return await writeTo(path, log, values['from-last'], around);
    } finally {
      await log.close();
    }
  },
};

async function writeTo(path: string, log: RawLog, fromLast: boolean, around: Surroundings): Promise<number> {
  const head = await log.head();
  const resumed = fromLast ? await LogFileWriter.resume(path) : null;
  if (fromLast && resumed === null) around.err(`${path} is not there: a new export is begun.\n`);
  const after = resumed === null ? null : await placeOf(resumed, path, log);
  const writer = resumed ?? await LogFileWriter.create(path);
  const leftOut: LeftOut = new Map();
  let written = 0;
  try {
    const interrupted = await withProgress('Exporting', around.progress, async (progress) => {
      for await (const event of head === null ? [] : log.all(after, head.position)) {
        if (around.signal.aborted) return true;
        if (isCarried(event.stream)) {
          await writer.add(event);
          written += 1;
        } else leftOut.set(event.stream, (leftOut.get(event.stream) ?? 0) + 1);
        progress.at(writer.begun.events + written, head === null ? 1 : Number(event.position) / Number(head.position));
      }
      return false;
    });
    if (interrupted) {
      await writer.leave();
      around.err(`Interrupted. ${path} ${writer.begun.closed ? 'is whole up to what was exported so far' : 'has no closing line yet'}: go on with --from-last.\n`);
      return exit.interrupted;
    }
    const { events, sha256 } = await writer.finish();
    around.err(leftOutInWords(leftOut));
    around.out(`${path}: ${events} events, sha256 ${sha256}\n`);
    return exit.done;
  } catch (error) {
    // Nothing could ever finish this file.
    if (resumed === null && error instanceof Uncarriable) await writer.discard();
    // What went wrong first is what the user must hear.
    else await writer.leave().catch(() => undefined);
    throw error;
  }
}

/** Where the log goes on after a file's last event. Found before anything in the file is changed: it may be all that is left. */
async function placeOf(writer: LogFileWriter, path: string, log: RawLog): Promise<bigint | null> {
  const { last } = writer.begun;
  if (last === null) return null;
  try {
    const found = await log.find(last);
    if (found !== null) return found.position;
  } catch (error) {
    await writer.close();
    throw error;
  }
  await writer.close();
  throw new TransferRefused(`${log.place} does not hold the last event of ${path} (revision ${last.revision} of ${last.stream}): the file is of another log, or the log was lost. The file was left as it is.`);
}
