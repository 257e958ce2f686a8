import type { PractitionerFacts } from '@mash/directory-events';
import { practitionerFacts } from '@mash/directory-events';
import type { Journal } from '@mash/event-log';
import type { PractitionerId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import type { DirectoryCommand } from './administering.js';
import { mustAdminister } from './administering.js';

/**
 * The practitioner whose absence it is, for themselves or an administrator of their organisation.
 * @throws NotFound for everybody else
 */
export async function awayColleague(journal: Journal, command: DirectoryCommand, practitionerId: PractitionerId): Promise<PractitionerFacts> {
  const practitioner = await journal.state(`practitioner-${practitionerId}`, practitionerFacts);
  if (practitioner === null) throw new NotFound();
  if (command.actor?.practitioner !== practitionerId) mustAdminister(command, practitioner.organisationId);
  return practitioner;
}
