import type { CommandContext } from '@mash/event-log';
import { NotFound } from '@mash/kernel';

/**
 * Lets only processes pass: what follows from events and clocks is nobody's to send by hand.
 * @throws NotFound for people
 */
export function onlyProcesses(context: CommandContext): void {
  if (context.actor.kind !== 'process') throw new NotFound();
}
