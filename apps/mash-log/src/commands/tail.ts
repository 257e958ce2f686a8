import { isCarried } from '@mash/event-log/transfer';
import type { RecordedRawEvent } from '@mash/event-log/transfer';
import type { Command } from '../command.js';
import { UsageMistake, exit, readWords } from '../command.js';
import { openServer } from '../server.js';

export const tail: Command = {
  name: 'tail',
  summary: 'follow the log as it grows',
  help: `mash-log tail [--env NAME] [--category NAME]... [--type NAME]... [--from-start] [--count N] [--system] [--data]

Prints one line for each event as it is appended: time, stream, revision, id and type, with tabs between. Ends with Ctrl-C.

  --env NAME        the variable with the server's address (default MASH_EVENT_STORE)
  --category NAME   only streams whose name begins with NAME and a dash, for example enquiry; may be repeated
  --type NAME       only events of this type; may be repeated
  --from-start      begin with the first event, not with the next one
  --count N         end after N events
  --system          the server's own streams too
  --data            print data and metadata as well, as they lie in the log. Sealed fields stay sealed, but ids and times
                    are about people: do not send such a listing to anybody who may not read the record
`,
  run: async (words, around) => {
    const { values } = readWords(words, {
      env: { type: 'string' }, category: { type: 'string', multiple: true, default: [] }, type: { type: 'string', multiple: true, default: [] },
      'from-start': { type: 'boolean', default: false }, count: { type: 'string' }, system: { type: 'boolean', default: false }, data: { type: 'boolean', default: false },
    });
    const most = countFrom(values.count);
    const log = openServer({ variable: values.env, options: { variable: 'env' } }, around);
    if (values.data) around.err('Data can hold sealed fields, and ids and times that are about people. Keep this listing as you would keep a case file.\n');
    const only = { streams: values.category.map((each) => `${each}-`), types: values.type };
    try {
      let shown = 0;
      for await (const event of log.follow(values['from-start'] ? 'start' : 'end', only, around.signal)) {
        if (!values.system && !isCarried(event.stream)) continue;
        // The server tests names by prefix, and one kind of filter a request.
        if (only.types.length > 0 && !only.types.includes(event.type)) continue;
        around.out(lineOf(event, values.data));
        shown += 1;
        if (shown === most) break;
      }
      return exit.done;
    } finally {
      await log.close();
    }
  },
};

function countFrom(raw: string | undefined): number {
  if (raw === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d{0,14}$/.test(raw)) throw new UsageMistake('--count takes a whole number from 1.');
  return Number(raw);
}

function lineOf(event: RecordedRawEvent, withData: boolean): string {
  const place = [event.created, event.stream, event.revision, event.id, event.type];
  const content = withData ? [shown(event.data, event.isJson), shown(event.metadata, event.isJson)] : [];
  return `${[...place, ...content].join('\t')}\n`;
}

/** Content on one line; what is not text as base64. */
function shown(bytes: Buffer, isJson: boolean): string {
  return isJson ? bytes.toString('utf8').replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ') : bytes.toString('base64');
}
