import { derivedId } from '@mash/event-log';
import type { Actor, CommandId, ItemId, RequestId } from '@mash/kernel';
import type { AskedItem, Asking } from '../domain/asking.js';

/** What a practitioner puts into a request; who asks, and what the request and its items are called, follows from who sends it. */
export interface AskingInput extends Omit<Asking, 'requestId' | 'asker' | 'by' | 'items'> {
  readonly items: readonly Omit<AskedItem, 'itemId'>[];
}

/** The request as it is decided on. */
export const asAsking = (input: AskingInput, actor: Actor, commandId: CommandId): Asking => ({
  ...input, requestId: derivedId<RequestId>(commandId, 'id'), asker: actor.agency, by: actor.practitioner,
  items: input.items.map((item, index) => ({ ...item, itemId: derivedId<ItemId>(commandId, `item:${index}`) })),
});
