import { CheckpointFile, carry, isCarried, prove, serverSource } from '@mash/event-log/transfer';
import type { RawLog } from '@mash/event-log/transfer';
import { withProgress } from '@mash/progress';
import type { Command, Surroundings } from '../command.js';
import { UsageMistake, exit, readWords } from '../command.js';
import { openServer } from '../server.js';
import { leftOutInWords, proofInWords } from '../words.js';

export const copy: Command = {
  name: 'copy',
  summary: 'copy a log to another server, and prove that both hold the same events',
  help: `mash-log copy (--to URL | --to-env NAME) [--from URL | --from-env NAME] [--checkpoint FILE] [--no-proof]

Appends every event of one server to another at its own revision, with its own id and bytes, in the same order across streams,
the metadata of the domain's streams included. Then reads both from the first event and compares digests of every stream.
Positions and the servers' own clock are not the same afterwards; nothing in the log depends on them.

  --from-env NAME, --to-env NAME   the variable with the address; NAME_USER and NAME_PASSWORD hold who signs in
                                   (default of --from-env: MASH_EVENT_STORE)
  --from URL, --to URL             the address itself, without credentials; MASH_EVENT_STORE_USER and
                                   MASH_EVENT_STORE_PASSWORD sign in
  --checkpoint FILE                where it notes how far it came (default mash-log-copy.checkpoint in the current folder, which
                                   must then be one that can be written)
  --no-proof                       copy only, for a first round while the hub still runs

It can be stopped at any moment and run again. Run it a first time while the hub runs; then stop the hub, run it again for the
rest and the proof, and change the hub's address. With a proof it ends with 3 when the source went on meanwhile. Reading the whole log and writing stream metadata need an administrator.
`,
  run: async (words, around) => {
    const { values } = readWords(words, {
      from: { type: 'string' }, 'from-env': { type: 'string' }, to: { type: 'string' }, 'to-env': { type: 'string' },
      checkpoint: { type: 'string', default: 'mash-log-copy.checkpoint' }, 'no-proof': { type: 'boolean', default: false },
    });
    if (values.to === undefined && values['to-env'] === undefined) throw new UsageMistake('Where to? Give --to URL or --to-env NAME.');
    const from = openServer({ url: values.from, variable: values['from-env'], options: { url: 'from', variable: 'from-env' } }, around);
    try {
      const to = openServer({ url: values.to, variable: values['to-env'], options: { url: 'to', variable: 'to-env' } }, around);
      try {
        return await copyAll(from, to, new CheckpointFile(values.checkpoint), !values['no-proof'], around);
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
  },
};

async function copyAll(from: RawLog, to: RawLog, checkpoint: CheckpointFile, withProof: boolean, around: Surroundings): Promise<number> {
  if (from.place === to.place) throw new UsageMistake(`Source and target are both ${from.place}.`);
  const head = await from.head();
  if (head === null) {
    around.out(`${from.place} is empty: there is nothing to copy.\n`);
    return exit.done;
  }
  const source = serverSource(from, head.position);
  const done = await withProgress('Copying', around.progress, (progress) => carry({ source, target: to, checkpoint, signal: around.signal, onProgress: progress.at }));
  around.out(`${done.appended} events appended to ${to.place}, ${done.inPlace} were in place.\n`);
  around.err(leftOutInWords(done.leftOut));
  if (!done.whole) {
    around.err('Interrupted. Run it again to go on.\n');
    return exit.interrupted;
  }
  if (!withProof) return exit.done;
  const end = await to.head();
  const proof = await withProgress('Proving', around.progress, (progress) => prove(source, to.all(null, end?.position ?? 0n), false, progress.at));
  around.out(proofInWords(proof, from.place, to.place));
  if (await hasGoneOn(from, head.position)) {
    around.out(`${from.place} has gone on meanwhile: stop what writes to it, and run this again for the rest.\n`);
    return exit.differs;
  }
  return proof.differences.length === 0 ? exit.done : exit.differs;
}

/** Whether events that go along came after a position. A server writes streams of its own all the time, which do not. */
async function hasGoneOn(log: RawLog, after: bigint): Promise<boolean> {
  const head = await log.head();
  for await (const { stream } of head === null ? [] : log.all(after, head.position)) if (isCarried(stream)) return true;
  return false;
}
