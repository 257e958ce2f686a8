import type { SharingDecided } from '@mash/decision-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type {
  ConsentId, DecisionId, EnquiryId, Id, Instant, ItemId, OrganisationId, Party, PersonId, PractitionerId, RequestId, UnitId,
} from '@mash/kernel';
import { QUALITY_TESTS, codesOf } from '@mash/law';
import type { LawfulBasisSet } from '@mash/law';
import type { RequestFacts } from '@mash/request-events';
import { decidingSharing } from '../domain/decide-sharing.js';
import type { DecideSharingCommand, DecideSharingFacts, ItemToDecide } from '../domain/decide-sharing.js';

const id = <I extends Id<string>>(number: number): I => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as I;

export const at = (text: string): Instant => `${text}:00.000Z` as Instant;
export const now = at('2026-11-10T10:00');
export const police: Party = { organisation: id<OrganisationId>(1), unit: id<UnitId>(2) };
export const council: Party = { organisation: id<OrganisationId>(3), unit: id<UnitId>(4) };
export const school: Party = { organisation: id<OrganisationId>(5), unit: id<UnitId>(6) };
export const officer = id<PractitionerId>(7);
export const partner = id<PersonId>(10);
export const child = id<PersonId>(11);
export const decisionId = id<DecisionId>(20);
export const earlierId = id<DecisionId>(21);
export const enquiryId = id<EnquiryId>(22);
export const requestId = id<RequestId>(23);
export const askedItem = id<ItemId>(24);
export const itemId = id<ItemId>(25);
export const consentId = id<ConsentId>(26);

/** The council asked the police about the mother's partner. */
export const asked: RequestFacts = {
  requestId, enquiryId, from: council, to: police, askedBy: id<PractitionerId>(8), items: [{ itemId: askedItem, about: [partner], answer: null }],
  people: [partner, child], purpose: 'PROTECT_CHILD', statesPublicTask: true, consentPosition: 'NOT_SOUGHT', due: at('2026-11-12T10:00'),
  overdue: false, disputed: false, worker: null, statutory: null,
};

export const policeForce: OrganisationFacts = {
  organisationId: police.organisation, name: 'Wexcombe Police', kind: 'POLICE_FORCE', codes: [], publishedNumber: '01632 960100', usesHub: true,
  units: [], capacities: [],
};

export const publicTask: LawfulBasisSet = {
  regime: 'UKGDPR', barsChecked: [], article6: 'e', article10Condition: 'OFFICIAL_AUTHORITY', gateways: ['COMMON_LAW_POLICE'],
  confidentialityBasis: 'PUBLIC_INTEREST',
};

export const item = (changes: Partial<ItemToDecide> = {}): ItemToDecide => ({
  itemId, requestItemId: askedItem, about: [partner], category: 'POLICE', share: true, reasons: 'Two call-outs this year bear on the children.',
  refusalReasons: [], reasonsTold: null, confidential: true, specialCategory: false, criminalOffence: true, basis: publicTask,
  consentPosition: 'NOT_SOUGHT', consentId: null, notSoughtReason: 'CHILD_AT_INCREASED_RISK', notSoughtFacts: 'He has threatened the mother for speaking.',
  drawnFrom: null, wording: null, ...changes,
});

/** What was held and is not to be shared. */
export const refused = (changes: Partial<ItemToDecide> = {}): ItemToDecide => item({
  share: false, basis: null, refusalReasons: ['NOT_NECESSARY'], reasons: 'It is about another household.', reasonsTold: 'Held, and not needed for this.', ...changes,
});

export const decide = (changes: Partial<DecideSharingCommand> = {}): DecideSharingCommand => ({
  decisionId, by: police, decidedBy: officer, trigger: 'REQUEST', enquiryId: null,
  recipients: [{ ...council, practitioner: null }], purpose: 'PROTECT_CHILD', protects: [child],
  answers: [
    { question: 'PURPOSE', answer: 'YES', reason: null }, { question: 'IDENTIFIABLE', answer: 'YES', reason: null },
    { question: 'LAWFUL_REASON', answer: 'YES', reason: 'Pressing need.' }, { question: 'PUBLIC_INTEREST', answer: 'YES', reason: null },
  ],
  items: [item()], weighing: { ifShared: 'He may learn of it.', ifNotShared: 'The children stay at risk unseen.' },
  telling: [{ personId: partner, kind: 'NOT_TOLD', toldAt: null, due: null, exception: 'SIGNIFICANT_HARM_CHILD', reasons: 'He would press the children.' }],
  quality: codesOf(QUALITY_TESTS), advice: null, reasons: 'The risk to the children outweighs his privacy.', supersedes: null, ...changes,
});

export const facts = (changes: Partial<DecideSharingFacts> = {}): DecideSharingFacts =>
  ({ now, organisation: policeForce, asked, consents: new Map(), earlier: null, ...changes });

/** The decision as it was recorded. */
export const decided = (changes: Partial<DecideSharingCommand> = {}): SharingDecided => {
  const [event] = decidingSharing.decide(decide(changes), null, facts());
  if (event?.type !== 'SharingDecided') throw new TypeError('The fixture decides nothing.');
  return event;
};
