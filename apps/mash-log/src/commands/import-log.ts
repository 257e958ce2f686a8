import { CheckpointFile, carry, fileSource } from '@mash/event-log/transfer';
import { withProgress } from '@mash/progress';
import type { Command } from '../command.js';
import { exit, readWords } from '../command.js';
import { openServer } from '../server.js';

export const importLog: Command = {
  name: 'import',
  summary: 'append the events of a file to a server',
  help: `mash-log import FILE [--env NAME] [--checkpoint FILE]

Appends every event of an export at its own revision, with its own id and bytes, in the file's order. The file is read through
and checked first: one that was cut short or changed is refused before anything is appended. Events that are in place already
are compared and left; a stream that holds something else there is refused. So it can be stopped at any moment and run again.
A stream that was deleted softly and then written again cannot be imported: a server writes that metadata itself.

  --env NAME          the variable with the server's address (default MASH_EVENT_STORE)
  --checkpoint FILE   where it notes how far it came (default: FILE.checkpoint beside the export, which
                      must then be in a folder that can be written). Removed when the import is whole

Afterwards: mash-log verify FILE
`,
  run: async (words, around) => {
    const { values, positionals } = readWords(words, { env: { type: 'string' }, checkpoint: { type: 'string' } }, ['FILE']);
    const [path = ''] = positionals;
    const log = openServer({ variable: values.env, options: { variable: 'env' } }, around);
    try {
      const source = await fileSource(path);
      const checkpoint = new CheckpointFile(values.checkpoint ?? `${path}.checkpoint`);
      const done = await withProgress('Importing', around.progress, (progress) =>
        carry({ source, target: log, checkpoint, signal: around.signal, onProgress: progress.at }));
      around.out(`${log.place}: ${done.appended} events appended, ${done.inPlace} were in place.\n`);
      if (!done.whole) {
        around.err('Interrupted. Run it again to go on.\n');
        return exit.interrupted;
      }
      // Left behind, it would refuse the next restore of this file, which goes to another server.
      await checkpoint.remove();
      return exit.done;
    } finally {
      await log.close();
    }
  },
};
