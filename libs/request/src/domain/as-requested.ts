import { splitBasis } from '@mash/decision-events';
import type { EnquiryFacts } from '@mash/enquiry-events';
import type { Holder, Instant } from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import { URGENCIES, addElapsedHours, isBlank } from '@mash/law';
import type { Addressee, InformationRequested, StatutoryPart } from '@mash/request-events';
import type { Asking, AskingFacts } from './asking.js';
import { identify } from './identify.js';

/** Where the request goes: the unit named, else where the organisation receives requests; none for a body outside the hub. */
export const addresseeOf = ({ to }: Asking, { addressee }: AskingFacts): Addressee => ({
  organisation: to.organisation, unit: to.unit ?? addressee?.units.find((each) => each.receivesRequests)?.unitId ?? null,
});

/** Worked out once, when the request is made, and a fact ever after (0.R4). */
const dueFrom = ({ due, urgency }: Asking, now: Instant): Instant => due ?? addElapsedHours(now, URGENCIES[urgency].defaultHours);

/** The controllers that hold the words of a request: the asker, and an addressee that reads it in the hub. */
export const holdersOf = (asking: Asking, addressee: Addressee): Holder[] =>
  heldBy(enquiryFile(asking.enquiryId), asking.asker, ...addressee.unit === null ? [] : [addressee.organisation]);

/** The event of a request that may be made. */
export function asRequested(asking: Asking, enquiry: EnquiryFacts, facts: AskingFacts, statutory: StatutoryPart | null): InformationRequested {
  const to = addresseeOf(asking, facts);
  const both = holdersOf(asking, to);
  const record = `request:${asking.requestId}`;
  const { codes: basis, words } = splitBasis(asking.basis);
  const { requestId, enquiryId, by, purpose, consentPosition, notSoughtReason, specialCategory, criminalOffence, urgency } = asking;
  return { type: 'InformationRequested', schema: 1, data: {
    requestId, enquiryId, from: { organisation: enquiry.lead.organisation, unit: enquiry.lead.unit }, to, askedBy: by, purpose, basis, consentPosition,
    notSoughtReason, specialCategory, criminalOffence, urgency, due: dueFrom(asking, facts.now), statutory,
    items: asking.items.map(({ itemId, about, question, why, period }) => ({
      itemId, about, question: personal(`${record}:item:${itemId}`, both, { question, why, period }),
    })),
    people: asking.people.flatMap(({ personId, identifyBy }) => {
      const known = enquiry.people.find((each) => each.personId === personId);
      return known ? [{ personId, capacity: known.capacity, identification: personal(`${record}:person:${personId}`, both, identify(known.identification, identifyBy)) }] : [];
    }),
    reasons: personal(`${record}:reasons`, both, asking.reasons),
    publicTask: asking.publicTask === null || isBlank(asking.publicTask) ? null : personal(`${record}:public-task`, both, asking.publicTask),
    basisWords: words && personal(`${record}:basis`, both, words),
    // What asking gives away is the asker's own weighing, and not for the addressee.
    whatAskingReveals: personal(`${record}:reveals`, heldBy(enquiryFile(enquiryId), asking.asker), asking.whatAskingReveals),
  } };
}
