import { randomUUID } from 'node:crypto';
import type { CommandContext } from '@mash/event-log';
import { commandIdOf } from '@mash/event-log';
import type { Actor, Instant } from '@mash/kernel';

/**
 * The identity of a piece of work: the same actor sending the same command with the same key does it once.
 * @param occurredAt when it happened, for a fact that is recorded afterwards
 */
export const contextOf = (actor: Actor, command: string, idempotencyKey: string, occurredAt?: Instant): CommandContext => ({
  commandId: commandIdOf(actor.agency, actor.practitioner, command, idempotencyKey),
  actor: { kind: 'practitioner', practitioner: actor.practitioner, agency: actor.agency },
  correlationId: randomUUID(),
  ...(occurredAt === undefined ? {} : { occurredAt }),
});
