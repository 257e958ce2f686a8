import { LogFileWriter, TransferRefused, isCarried } from '@mash/event-log/transfer';
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
  --from-last   go on after the last whole line of FILE: after an interruption, or to add what has happened since
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
  const writer = fromLast ? await LogFileWriter.resume(path) : await LogFileWriter.create(path);
  const { last, events: before } = writer.begun;
  const place = last === null ? null : await log.find(last);
  if (last !== null && place === null) {
    await writer.leave();
    throw new TransferRefused(`${log.place} does not hold the last event of ${path} (revision ${last.revision} of ${last.stream}): the file is of another log.`);
  }
  const leftOut: LeftOut = new Map();
  let written = 0;
  const interrupted = await withProgress('Exporting', around.progress, async (progress) => {
    for await (const event of head === null ? [] : log.all(place?.position ?? null, head.position)) {
      if (around.signal.aborted) return true;
      if (isCarried(event.stream)) {
        await writer.add(event);
        written += 1;
      } else leftOut.set(event.stream, (leftOut.get(event.stream) ?? 0) + 1);
      progress.at(before + written, head === null ? 1 : Number(event.position) / Number(head.position));
    }
    return false;
  });
  if (interrupted) {
    await writer.leave();
    around.err(`Interrupted. ${path} has no closing line yet: go on with --from-last.\n`);
    return exit.interrupted;
  }
  const { events, sha256 } = await writer.finish();
  around.err(leftOutInWords(leftOut));
  around.out(`${path}: ${events} events, sha256 ${sha256}\n`);
  return exit.done;
}
