import { organisationFacts } from '@mash/directory-events';
import { enquiryFacts } from '@mash/enquiry-events';
import type { Journal } from '@mash/event-log';
import type { Actor, EnquiryId, OrganisationId } from '@mash/kernel';
import { actsFor } from '@mash/kernel';
import type { AskingFacts } from '../domain/asking.js';

/** What a request is decided on. An enquiry that the actor's unit does not lead is no enquiry to them. */
export async function askingFacts(journal: Journal, actor: Actor, enquiryId: EnquiryId, addressee: OrganisationId): Promise<AskingFacts> {
  const enquiry = await journal.state(`enquiry-${enquiryId}`, enquiryFacts);
  return {
    now: journal.clock.now(), enquiry: enquiry !== null && actsFor(actor, enquiry.lead) ? enquiry : null,
    asker: await journal.state(`organisation-${actor.agency}`, organisationFacts),
    addressee: await journal.state(`organisation-${addressee}`, organisationFacts),
  };
}
