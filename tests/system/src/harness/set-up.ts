import { openJournal } from '@mash/service';
import { directoryBus, setUpDirectory } from '@mash/town';
import type { Town } from '@mash/town';
import type { Product } from './product.js';

/** Sends the towns' directory commands to the product's log, as the set-up tool does, and waits until the hub knows them. */
export async function setUpTowns(product: Product, towns: readonly Town[]): Promise<void> {
  const { MASH_EVENT_STORE = '', MASH_EVENT_STORE_USER, MASH_EVENT_STORE_PASSWORD, MASH_KEYS = '', MASH_ROOT_KEY = '' } = product.environment;
  const { journal, close } = openJournal({
    eventStore: MASH_EVENT_STORE, eventStoreUser: MASH_EVENT_STORE_USER, eventStorePassword: MASH_EVENT_STORE_PASSWORD, keys: MASH_KEYS,
    rootKey: Buffer.from(MASH_ROOT_KEY, 'base64'),
  });
  try {
    const { bus, close: closeBus } = await directoryBus(journal);
    for (const town of towns) await setUpDirectory(bus, town, product.issuer);
    await closeBus();
  } finally {
    await close();
  }
}
