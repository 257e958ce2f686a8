import type { ConsentRecorded } from '@mash/consent-events';
import type { ConsentId, DisclosureId, EnquiryId, Id, Instant, ItemId, OrganisationId, Party, PersonId, UnitId } from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import { INFORMED_ITEMS, codesOf } from '@mash/law';
import type { RecordConsentCommand } from '../domain/record-consent.js';

const id = <I extends Id<string>>(number: number): I => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as I;

export const at = (text: string): Instant => `${text}:00.000Z` as Instant;
export const now = at('2026-11-10T10:00');
export const council: Party = { organisation: id<OrganisationId>(1), unit: id<UnitId>(2) };
export const trust: Party = { organisation: id<OrganisationId>(3), unit: id<UnitId>(4) };
export const school: Party = { organisation: id<OrganisationId>(5), unit: id<UnitId>(6) };
export const mother = id<PersonId>(10);
export const consentId = id<ConsentId>(20);
export const enquiryId = id<EnquiryId>(21);
export const disclosureId = id<DisclosureId>(22);
export const itemId = id<ItemId>(23);

/** The mother of the Arden family agrees that the trust tells the council about her health. */
export const recordMothersConsent = (changes: Partial<RecordConsentCommand> = {}): RecordConsentCommand => ({
  consentId, enquiryId, giver: mother, giverName: 'Nia Arden', giverBasis: 'ADULT',
  giverEvidence: { ageAtTime: 34, parentalResponsibility: null, authority: null, assessment: null },
  uses: ['LIFTS_CONFIDENCE'], about: [mother], obtainedBy: trust, mayBeReliedOnBy: [council], kind: 'EXPLICIT', form: 'WRITTEN',
  purposes: ['PROTECT_CHILD'], categories: ['HEALTH'], recipients: [council.organisation], informed: codesOf(INFORMED_ITEMS),
  noticeVersion: '2026-1', givenAt: at('2026-11-09T15:00'), reviewDue: null, expires: null, words: 'I agree that my midwife tells the social worker.',
  ...changes,
});

/** The same as it was recorded. */
export const consentRecorded = (changes: Partial<ConsentRecorded['data']> = {}): ConsentRecorded => {
  const { giverEvidence, giverName, words, reviewDue: _, ...said } = recordMothersConsent();
  const held = heldBy(enquiryFile(enquiryId), trust.organisation, council.organisation);
  return { type: 'ConsentRecorded', schema: 1, data: {
    ...said, reviewDue: at('2027-05-09T00:00'), invalidBecause: [],
    giverName: personal(`consent:${consentId}:giver`, held, giverName),
    giverEvidence: personal(`consent:${consentId}:evidence`, held, giverEvidence),
    words: personal(`consent:${consentId}:words`, held, words), ...changes,
  } };
};

export const reliance = { disclosureId, items: [itemId], sender: trust, recipient: council.organisation };
