import type { Journal } from '@mash/event-log';
import type { Actor, Party } from '@mash/kernel';
import { NotFound, actsFor, sameParty } from '@mash/kernel';
import { personFacts } from '@mash/person-events';
import type { ViewReader } from '@mash/views';
import type { PersonBody } from '../views/person-view.js';

/** Whether the unit may write down more about a person: it registered them, or it knows them by more than a marker. */
async function isKnown(journal: Journal, views: ViewReader, actor: Actor, by: Party, personId: string): Promise<boolean> {
  const person = await journal.state(`person-${personId}`, personFacts);
  if (person === null) return false;
  // The view may lag behind a registration of a moment ago; the log does not.
  if (sameParty(person.registeredBy, by)) return true;
  const row = await views.find<PersonBody>(actor, 'person', `${personId}/${by.unit}`);
  return row !== null && row.body.kind !== 'MARKER';
}

/**
 * Lets only a unit that knows all these people pass.
 * @throws NotFound for everybody else, exactly as when there are no such people
 */
export async function mustKnow(journal: Journal, views: ViewReader, actor: Actor, by: Party, ...people: readonly string[]): Promise<void> {
  if (!actsFor(actor, by)) throw new NotFound();
  for (const personId of people) if (!await isKnown(journal, views, actor, by, personId)) throw new NotFound();
}
