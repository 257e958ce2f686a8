import type { ArrangementFacts, OrganisationFacts } from '@mash/directory-events';
import type { EnquiryFacts } from '@mash/enquiry-events';
import type { ArrangementId, EnquiryId, Instant, ItemId, OrganisationId, Party, PersonId, PractitionerId, RequestId, UnitId } from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import type { OrganisationKindCode } from '@mash/law';
import type { InformationRequested, ItemAnswer, ItemsAnswered, StatutoryPart } from '@mash/request-events';
import type { Asking } from '../domain/asking.js';

/** The invented town of Wexcombe, for the tests of requests. */
export const at = (text: string): Instant => text as Instant;
const party = (n: number): Party => ({
  organisation: `10000000-0000-4000-8000-00000000000${n}` as OrganisationId, unit: `20000000-0000-4000-8000-00000000000${n}` as UnitId,
});
export const council = party(1);
export const force = party(2);
export const trust = party(3);
export const charity = party(4);
export const worker = '30000000-0000-4000-8000-000000000001' as PractitionerId;
export const signatory = '30000000-0000-4000-8000-000000000002' as PractitionerId;
export const ada = '60000000-0000-4000-8000-000000000001' as PersonId;
export const nora = '60000000-0000-4000-8000-000000000002' as PersonId;
export const stranger = '60000000-0000-4000-8000-000000000009' as PersonId;
export const enquiryId = '90000000-0000-4000-8000-000000000001' as EnquiryId;
export const requestId = 'a0000000-0000-4000-8000-000000000001' as RequestId;
export const item = 'b0000000-0000-4000-8000-000000000001' as ItemId;
export const otherItem = 'b0000000-0000-4000-8000-000000000002' as ItemId;
export const arrangementId = '50000000-0000-4000-8000-000000000001' as ArrangementId;
export const now = at('2026-11-02T09:00:00.000Z');

export const organisation = ({ organisation: organisationId, unit }: Party, kind: OrganisationKindCode, over: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  organisationId, name: `${kind} of Wexcombe`, kind, codes: [], publishedNumber: '01632 960001', usesHub: true,
  units: [{ unitId: unit, name: 'Front Door', telephone: '01632 960002', receivesRequests: true }], capacities: [], ...over,
});

export const partnerCapacity = [{ capacity: 'SAFEGUARDING_PARTNER', from: at('2020-01-01T00:00:00.000Z'), to: null }] as const;

export const enquiry = (over: Partial<EnquiryFacts> = {}): EnquiryFacts => ({
  enquiryId, lead: council, arrangementId, area: 'E06000999', accountable: worker, worker, grounds: ['CA1989_S47'],
  people: [
    { personId: ada, capacity: 'CHILD', identification: {
      givenName: 'Ada', familyName: 'Pelham', alsoKnownAs: [], birth: { kind: 'EXACT', on: '2017-03-04' }, sex: 'FEMALE', nhsNumber: '9990000018', address: '4 Mill Lane' } },
    { personId: nora, capacity: 'PARENT', identification: {
      givenName: 'Nora', familyName: 'Pelham', alsoKnownAs: [], birth: { kind: 'UNKNOWN' }, sex: 'FEMALE', nhsNumber: null, address: null } },
  ], ...over,
});

export const arrangement: ArrangementFacts = {
  areas: ['E06000999'], partners: [{ organisationId: council.organisation, kind: 'LA' }, { organisationId: force.organisation, kind: 'POLICE_CHIEF_OFFICER' }],
  relevantAgencies: [trust.organisation], hub: council, from: at('2024-01-01T00:00:00.000Z'),
  signatories: [{ organisationId: force.organisation, practitionerId: signatory, reference: 'Scheme of delegation 4.2', from: at('2025-01-01T00:00:00.000Z') }],
};

export const asking: Asking = {
  requestId, enquiryId, asker: council.organisation, by: worker, to: { organisation: trust.organisation, unit: null },
  items: [{ itemId: item, about: [ada], question: 'Attendances since June?', why: 'Bruising was seen.', period: null }],
  people: [{ personId: ada, identifyBy: ['NAME', 'NHS_NUMBER'] }],
  purpose: 'PROTECT_CHILD', reasons: 'A concern about two children.', basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: ['CA1989_S47_9'] },
  publicTask: null, whatAskingReveals: 'That an enquiry is open.', consentPosition: 'NOT_SOUGHT', notSoughtReason: null, specialCategory: false, criminalOffence: false,
  urgency: 'URGENT', due: null,
};

const both = heldBy(enquiryFile(enquiryId), council.organisation, trust.organisation);
const record = `request:${requestId}`;

/** What comes of `asking`. */
export const requested = (over: Partial<InformationRequested['data']> = {}): InformationRequested => ({ type: 'InformationRequested', schema: 1, data: {
  requestId, enquiryId, from: council, to: trust, askedBy: worker, purpose: 'PROTECT_CHILD', basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: ['CA1989_S47_9'] }, basisWords: null, consentPosition: 'NOT_SOUGHT',
  notSoughtReason: null, specialCategory: false, criminalOffence: false, urgency: 'URGENT', due: at('2026-11-03T09:00:00.000Z'), statutory: null,
  items: [{ itemId: item, about: [ada], question: personal(`${record}:item:${item}`, both, { question: 'Attendances since June?', why: 'Bruising was seen.', period: null }) }],
  people: [{ personId: ada, capacity: 'CHILD', identification: personal(`${record}:person:${ada}`, both, { givenName: 'Ada', familyName: 'Pelham', nhsNumber: '9990000018' }) }],
  reasons: personal(`${record}:reasons`, both, 'A concern about two children.'), publicTask: null,
  whatAskingReveals: personal(`${record}:reveals`, heldBy(enquiryFile(enquiryId), council.organisation), 'That an enquiry is open.'), ...over,
} });

export const statutoryPart: StatutoryPart = {
  power: 'CA2004_S16H', statutoryFunction: 'S16F', arrangementId, signatory, authorityReference: 'Scheme of delegation 4.2',
  texts: personal(`${record}:texts`, both, { purpose: 'p', whyNeeded: 'w', necessity: 'n', proportionality: 'p', burdenConsidered: 'b', howS16EServed: null }), recipients: [],
};

export const answered = (...answers: readonly (Partial<ItemAnswer> & Pick<ItemAnswer, 'kind'>)[]): ItemsAnswered => ({ type: 'ItemsAnswered', schema: 1, data: {
  requestId, method: 'HUB_PORTAL', answeredBy: trust, recordedBy: trust,
  answers: answers.map((each) => ({ itemId: item, disclosureId: null, decisionId: null, systemsSearched: null, told: null, ...each })),
} });
