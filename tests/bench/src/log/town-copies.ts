import { setTimeout as pause } from 'node:timers/promises';

import type { PlacedEvent, StoredEvent } from '@mash/event-log';
import type { OrganisationId } from '@mash/kernel';
import { openJournal } from '@mash/service';
import type { Product } from '@mash/system';
import { v5 } from 'uuid';

type Access = ReturnType<typeof openJournal>;

const AT_ONCE = 16;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Any controller will do: opening takes whichever key there is. */
const CONTROLLER = '7e5f4c1a-0000-4000-8000-000000000001' as OrganisationId;

/** The product's own log and keys. */
export function openProduct({ environment }: Product): Access {
  const { MASH_EVENT_STORE = '', MASH_EVENT_STORE_USER, MASH_EVENT_STORE_PASSWORD, MASH_KEYS = '', MASH_ROOT_KEY = '' } = environment;
  return openJournal({
    eventStore: MASH_EVENT_STORE, eventStoreUser: MASH_EVENT_STORE_USER, eventStorePassword: MASH_EVENT_STORE_PASSWORD,
    keys: MASH_KEYS, rootKey: Buffer.from(MASH_ROOT_KEY, 'base64'),
  });
}

/**
 * Grows the log to so many events by copying every event of the domain that is in it: the same story with other ids,
 * sealed anew, so that a rebuild has the work that it has on a real log. Answers with how many there are.
 */
export async function copyTown({ log, vault }: Access, wanted: number): Promise<number> {
  const found: PlacedEvent[] = [];
  for await (const event of log.readAll()) found.push(event);
  const events = await vault.open((event) => event.stream, found);
  const copies = Math.max(0, Math.ceil(wanted / events.length) - 1);
  for (let copy = 1; copy <= copies; copy += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, copies - copy + 1) }, (_, index) => copy + index);
    await Promise.all(batch.map((each) => copyOnce({ log, vault }, events, each)));
    process.stdout.write(`\r  growing the log to ${wanted.toLocaleString('en-GB')} events … ${((copy + batch.length) * events.length).toLocaleString('en-GB')} `);
  }
  process.stdout.write('\r\u001b[2K');
  return events.length * (copies + 1);
}

async function copyOnce({ log, vault }: Pick<Access, 'log' | 'vault'>, events: readonly PlacedEvent[], copy: number): Promise<void> {
  for (const event of events) {
    const [stored] = await vault.seal(renamed(event.stream, copy), [copied(event, copy)]);
    if (stored === undefined) continue;
    await log.append(renamed(event.stream, copy), event.revision === 0n ? 'none' : event.revision - 1n, [stored]);
    await pause(0);
  }
}

const renamed = (text: string, copy: number): string => text.replace(UUID, (id) => v5(String(copy), id));

function copied({ id, type, data, metadata }: PlacedEvent, copy: number): StoredEvent {
  const text = renamed(JSON.stringify({ id, data, metadata }), copy).replaceAll('"holders":[]', `"holders":[{"controller":"${CONTROLLER}","file":"copy:${copy}"}]`);
  return { type, ...JSON.parse(text) as Omit<StoredEvent, 'type'> };
}
