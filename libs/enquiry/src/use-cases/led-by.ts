import type { EnquiryFacts } from '@mash/enquiry-events';
import { enquiryFacts } from '@mash/enquiry-events';
import type { Journal } from '@mash/event-log';
import type { Actor } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';

/**
 * The enquiry, for somebody of the unit that leads it.
 * @throws NotFound for everybody else, exactly as when there is none
 */
export async function ledBy(journal: Journal, actor: Actor, enquiryId: string): Promise<EnquiryFacts> {
  const enquiry = await journal.state(`enquiry-${enquiryId}`, enquiryFacts);
  if (enquiry === null || !actsFor(actor, enquiry.lead)) throw new NotFound();
  return enquiry;
}
