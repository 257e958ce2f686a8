import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlacedEvent } from '@mash/event-log';
import { isPersonal } from '@mash/kernel';
import type { CommandId } from '@mash/kernel';
import { logVariables, openJournal, readEnvironment } from '@mash/service';
import { allEventTypes, eventTypesByContext } from '@mash/all-events';
import { isSealed, rebuilt } from './decode.js';
import { rareEvents } from './rare-events.js';
import type { Sample } from './sample.js';
import { compareFiles, fileOf, filesOf, folderOf } from './sample.js';
import { fullness } from './shape.js';

/*
 * Writes the samples that are missing, from a running log: of each type and schema the fullest event there is. A sample that
 * exists is never touched, because it says what was once written. For the sample town only: what is sealed is written beside.
 * With `--rare` it first appends what the town's story leaves out, to streams of their own: for a log that is thrown away after.
 */
const { port: _, ...log } = logVariables;
const { journal, vault, close } = openJournal(readEnvironment(log, process.env), allEventTypes);
try {
  if (process.argv.includes('--rare')) await appendRare();
  const fullest = new Map<string, PlacedEvent>();
  for await (const event of journal.log.readAll()) {
    const name = fileOf(event.type, Number(event.metadata['schema']));
    const known = fullest.get(name);
    if (known === undefined || fullness(event.data) > fullness(known.data)) fullest.set(name, event);
  }
  for (const [context, types] of Object.entries(eventTypesByContext)) {
    for (const name of compareFiles(types, await filesOf(context)).missing) {
      const event = fullest.get(name);
      if (event === undefined) process.stdout.write(`${name}: not in this log\n`);
      else await record(context, name, event);
    }
  }
} finally {
  await close();
}

async function appendRare(): Promise<void> {
  for (const { stream, event } of rareEvents()) {
    const revision = (await journal.log.readStream(stream)).at(-1)?.revision ?? 'none';
    await journal.append(stream, revision, [event], {
      commandId: randomUUID() as CommandId, correlationId: randomUUID(), actor: { kind: 'process', process: 'set-up', agency: null },
    }, {});
  }
}

async function record(context: string, name: string, event: PlacedEvent): Promise<void> {
  const { stream, type, id, data, metadata } = event;
  const [opened] = await vault.open(() => stream, [event]);
  const personal: Record<string, unknown> = {};
  rebuilt(opened?.data, '', (value, path) => (isPersonal(value) ? (personal[path] = value.value) ?? false : undefined));
  const sealed = new Set<string>();
  rebuilt(data, '', (value, path) => (isSealed(value) ? sealed.add(path) : undefined));
  if (Object.keys(personal).some((path) => !sealed.has(path))) throw new Error(`${name}: what was opened is not what was sealed.`);
  const sample = { stream, type, id, data, metadata: { schema: Number(metadata['schema']), ...metadata }, personal } satisfies Sample;
  await mkdir(folderOf(context), { recursive: true });
  await writeFile(join(folderOf(context), name), `${JSON.stringify(sample, null, 2)}\n`, { flag: 'wx' });
  process.stdout.write(`${name}: written, review it\n`);
}
