import { v5 } from 'uuid';
import type { CommandId, EventId, Id } from '@mash/kernel';

/** The name space of everything derived here; any fixed UUID would do, and it may never change. */
const nameSpace = '5d0d2a2e-6f0f-5b8f-9c55-0c1a4f6f2d11';

/** The same command sent again has the same id: agency, user, command and the caller's key decide it. */
export const commandIdOf = (agency: string, user: string, command: string, key: string): CommandId =>
  v5([agency, user, command, key].join('\n'), nameSpace) as CommandId;

/** An id that follows from a command: of a new aggregate ("id"), of an item ("item:0"), of a follow-up command. */
export const derivedId = <I extends Id<string>>(commandId: string, purpose: string): I => v5(purpose, commandId) as I;

/** An event's id: the same command deciding again on the same stream yields the same ids. */
export const eventIdOf = (commandId: CommandId, stream: string, index: number): EventId =>
  v5(`${stream}\n${index}`, commandId) as EventId;
