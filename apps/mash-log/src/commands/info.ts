import { survey } from '@mash/event-log/transfer';
import { withProgress } from '@mash/progress';
import type { Command } from '../command.js';
import { exit, readWords } from '../command.js';
import { openServer } from '../server.js';
import { inBytes, table } from '../table.js';

export const info: Command = {
  name: 'info',
  summary: 'what a server is and what its log holds',
  help: `mash-log info [--env NAME] [--quick]

Prints the server's version, whether the connection is encrypted, the newest event, and of each category of
stream how many streams, events and bytes there are, with the oldest and newest time.

  --env NAME   the variable with the server's address (default MASH_EVENT_STORE; NAME_USER and NAME_PASSWORD beside it)
  --quick      do not count, which reads the whole log
`,
  run: async (words, around) => {
    const { values } = readWords(words, { env: { type: 'string' }, quick: { type: 'boolean', default: false } });
    const log = openServer({ variable: values.env, options: { variable: 'env' } }, around);
    try {
      const [version, head] = [await log.version(), await log.head()];
      around.out(table([
        ['server', log.place], ['version', version], ['encrypted', log.usesTls ? 'yes (TLS)' : 'no (this machine only)'],
        ['newest event', head === null ? 'none: the log is empty' : `revision ${head.revision} of ${head.stream}, position ${head.position}`],
      ]));
      if (values.quick) return exit.done;
      const { categories, oldest, newest } = await withProgress('Counting', around.progress, (progress) => survey(log, progress.at));
      const all = [...categories].sort(([one], [other]) => (one < other ? -1 : 1));
      const sum = (of: 'streams' | 'events' | 'bytes'): number => all.reduce((total, [, each]) => total + each[of], 0);
      around.out(table([['oldest', oldest ?? '-'], ['newest', newest ?? '-'], ['data and metadata', inBytes(sum('bytes'))]]));
      around.out(`\n${table([
        ['category', 'streams', 'events', 'bytes'], ...all.map(([name, { streams, events, bytes }]) => [name, streams, events, bytes] as const),
        ['all', sum('streams'), sum('events'), sum('bytes')],
      ])}`);
      return exit.done;
    } finally {
      await log.close();
    }
  },
};
