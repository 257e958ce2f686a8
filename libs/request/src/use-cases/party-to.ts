import type { Journal } from '@mash/event-log';
import type { Actor } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import type { RequestFacts } from '@mash/request-events';
import { requestFacts } from '@mash/request-events';

/**
 * The request, for somebody of the unit that was asked or, where `orAsker`, of the unit that asks.
 * @throws NotFound for everybody else, exactly as when there is none
 */
export async function partyTo(journal: Journal, actor: Actor, requestId: string, orAsker: boolean): Promise<RequestFacts> {
  const request = await journal.state(`request-${requestId}`, requestFacts);
  if (request === null || !(actsFor(actor, request.to) || (orAsker && actsFor(actor, request.from)))) throw new NotFound();
  return request;
}
