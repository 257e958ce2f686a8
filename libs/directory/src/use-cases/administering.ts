import type { CommandContext } from '@mash/event-log';
import type { Actor, OrganisationId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';

/** A directory command: sent by a person, or by a process such as the set-up tool, which has no actor. */
export interface DirectoryCommand {
  readonly actor: Actor | null;
  readonly context: CommandContext;
}

/** Whether the sender may change what the directory says of this organisation. */
export const administers = ({ actor, context }: DirectoryCommand, organisation: OrganisationId): boolean =>
  context.actor.kind === 'process' || (actor !== null && actor.agency === organisation && actor.roles.includes('directory-administrator'));

/**
 * Lets only administrators of the organisation pass.
 * @throws NotFound for everybody else, exactly as when there is no such organisation
 */
export function mustAdminister(command: DirectoryCommand, organisation: OrganisationId): void {
  if (!administers(command, organisation)) throw new NotFound();
}
