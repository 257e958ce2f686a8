import type { ArrangementFacts } from '@mash/directory-events';
import type { EnquiryOpened, PersonAddedToEnquiry } from '@mash/enquiry-events';
import type { ArrangementId, EnquiryId, Instant, OrganisationId, Party, PersonId, PractitionerId, UnitId } from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import type { PersonDetails } from '@mash/person-events';
import type { OpenEnquiryCommand } from '../domain/open-enquiry.js';

export const hub: Party = { organisation: 'council' as OrganisationId, unit: 'hub' as UnitId };
export const reviews: Party = { organisation: 'police' as OrganisationId, unit: 'reviews' as UnitId };
export const stranger: Party = { organisation: 'elsewhere' as OrganisationId, unit: 'desk' as UnitId };
export const enquiryId = 'e1' as EnquiryId;
export const child = 'child' as PersonId;
export const decisionMaker = 'decision-maker' as PractitionerId;
export const socialWorker = 'social-worker' as PractitionerId;
export const at = (time: string): Instant => `2026-11-10T${time}:00.000Z` as Instant;
export const now = at('10:00');

export const arrangement: ArrangementFacts = {
  areas: ['E06000901'], partners: [{ organisationId: hub.organisation, kind: 'LA' }, { organisationId: reviews.organisation, kind: 'POLICE_CHIEF_OFFICER' }],
  relevantAgencies: [], hub, from: '2024-01-01T00:00:00.000Z' as Instant, signatories: [],
};

export const open = (changes: Partial<OpenEnquiryCommand> = {}): OpenEnquiryCommand => ({
  enquiryId, lead: hub, arrangementId: 'a1' as ArrangementId, area: 'E06000901', accountable: decisionMaker, concern: null, receivedAt: at('09:30'),
  summary: 'A burn without explanation.', urgency: 'URGENT', immediateDanger: false, ground: 'CA1989_S47', groundReasons: 'Two frightened children.', ...changes,
});

const held = heldBy(enquiryFile(enquiryId), hub.organisation);
export const words = (record: string, value: string) => personal(record, held, value);

export const opened: EnquiryOpened = { type: 'EnquiryOpened', schema: 1, data: {
  enquiryId, lead: hub, arrangementId: 'a1' as ArrangementId, area: 'E06000901', accountable: decisionMaker, concern: null, receivedAt: at('09:30'),
  urgency: 'URGENT', immediateDanger: false, summary: words('enquiry:e1:summary', 'A burn without explanation.'),
} };

export const details: PersonDetails = {
  givenName: 'Cora', familyName: 'Thistlewood', alsoKnownAs: [], birth: { kind: 'ESTIMATED', on: '2017-01-01' }, sex: 'FEMALE', nhsNumber: null, address: null,
};

export const added: PersonAddedToEnquiry = { type: 'PersonAddedToEnquiry', schema: 1, data: {
  enquiryId, lead: hub, personId: child, capacity: 'CHILD', from: at('09:40'), identification: personal('enquiry:e1:person:child', held, details),
} };
