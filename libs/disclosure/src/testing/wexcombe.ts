import type { GivenConsent } from '@mash/consent-events';
import type { DecidedItem, DecisionFacts } from '@mash/decision-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type { DisclosedItem, DisclosureMade, Restriction } from '@mash/disclosure-events';
import type {
  ApprovalId, ConsentId, DecisionId, DisclosureId, EnquiryId, Id, Instant, ItemId, OrganisationId, Party, PersonId, PractitionerId, RequestId, UnitId,
} from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import { INFORMED_ITEMS, codesOf } from '@mash/law';
import type { RequestFacts } from '@mash/request-events';
import type { MakeDisclosureCommand, MakeDisclosureFacts } from '../domain/make-disclosure.js';
import { makingDisclosure } from '../domain/make-disclosure.js';

const id = <I extends Id<string>>(number: number): I => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as I;

export const at = (text: string): Instant => `${text}:00.000Z` as Instant;
export const now = at('2026-11-10T10:00');
export const police: Party = { organisation: id<OrganisationId>(1), unit: id<UnitId>(2) };
export const council: Party = { organisation: id<OrganisationId>(3), unit: id<UnitId>(4) };
export const school: Party = { organisation: id<OrganisationId>(5), unit: id<UnitId>(6) };
export const officer = id<PractitionerId>(7);
export const socialWorker = id<PractitionerId>(8);
export const teacher = id<PractitionerId>(9);
export const partner = id<PersonId>(10);
export const child = id<PersonId>(11);
export const decisionId = id<DecisionId>(20);
export const councilsDecision = id<DecisionId>(21);
export const enquiryId = id<EnquiryId>(22);
export const requestId = id<RequestId>(23);
export const askedItem = id<ItemId>(24);
export const decidedItemId = id<ItemId>(25);
export const consentId = id<ConsentId>(26);
export const disclosureId = id<DisclosureId>(27);
export const itemId = id<ItemId>(28);
export const childId = id<DisclosureId>(29);
export const approvalId = id<ApprovalId>(30);

const sealed = <T>(value: T) => personal('decision:test', heldBy(enquiryFile(enquiryId), police.organisation), value);

export const decidedItem = (changes: Partial<DecidedItem> = {}): DecidedItem => ({
  itemId: decidedItemId, requestItemId: askedItem, about: [partner], category: 'POLICE', share: true, reasons: sealed('Bears on the children.'),
  refusalReasons: [], reasonsTold: null, confidential: true, specialCategory: false, criminalOffence: true,
  basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: ['COMMON_LAW_POLICE'] }, basisWords: null, consentPosition: 'NOT_SOUGHT',
  consentId: null, notSoughtReason: 'CHILD_AT_INCREASED_RISK', notSoughtFacts: null, drawnFrom: null, wording: null, ...changes,
});

/** The police decided to answer the council. */
export const decision = (changes: Partial<DecisionFacts> = {}): DecisionFacts => ({
  decisionId, by: police, trigger: 'REQUEST', requestId, enquiryId, requester: council, recipients: [{ ...council, practitioner: null }],
  purpose: 'PROTECT_CHILD', protects: [child], items: [decidedItem()], outcome: 'MAY_SHARE', supersededBy: null, ...changes,
});

export const organisation = (changes: Partial<OrganisationFacts> = {}): OrganisationFacts => ({
  organisationId: council.organisation, name: 'Wexcombe Council', kind: 'LOCAL_AUTHORITY', codes: [], publishedNumber: '01632 960200', usesHub: true,
  units: [], capacities: [], ...changes,
});

export const request = (changes: Partial<RequestFacts> = {}): RequestFacts => ({
  requestId, enquiryId, from: council, to: police, askedBy: socialWorker, items: [{ itemId: askedItem, about: [partner], answer: null }],
  people: [partner, child], purpose: 'PROTECT_CHILD', statesPublicTask: true, consentPosition: 'NOT_SOUGHT', due: at('2026-11-12T10:00'),
  overdue: false, disputed: false, worker: null, statutory: null, ...changes,
});

export const consent = (changes: Partial<GivenConsent> = {}): GivenConsent => ({
  status: 'GIVEN', consentId, enquiryId, giver: partner, about: [partner], obtainedBy: police, mayBeReliedOnBy: [], giverBasis: 'ADULT',
  kind: 'EXPLICIT', form: 'WRITTEN', uses: ['LIFTS_CONFIDENCE'], purposes: ['PROTECT_CHILD'], categories: ['POLICE'],
  recipients: [council.organisation], informed: codesOf(INFORMED_ITEMS), noticeVersion: '1', givenAt: at('2026-11-01T09:00'), expires: null,
  withdrawnAt: null, invalidBecause: [], reliances: [], ...changes,
});

export const restricted = (code: Restriction['code'], changes: Partial<Restriction> = {}): Restriction =>
  ({ code, people: [], practitioners: [], until: null, ...changes });

type Item = MakeDisclosureCommand['items'][number];

export const item = (changes: Partial<Item> = {}): Item => ({
  itemId, decidedItemId, about: [{ personId: partner, capacity: 'ALLEGED_PERPETRATOR' }], nature: 'FACT',
  statement: 'Officers were called to the address on 3 June and 9 September and he was arrested for assault.', opinionHolder: null, source: 'Incident log',
  asOf: null, historical: false, historicalNote: null,
  restrictions: [restricted('NOT_TO_SERVICE_USER', { people: [partner] }), restricted('ORIGINATOR_CONSENT')], ...changes,
});

export const make = (changes: Partial<MakeDisclosureCommand> = {}): MakeDisclosureCommand => ({
  disclosureId, kind: 'ANSWER', sender: police, recordedBy: police, madeBy: { practitioner: officer, name: null },
  recipient: { ...council, practitioner: socialWorker, name: null }, occurredAt: now, method: 'HUB_PORTAL', evidence: { method: 'HUB_PORTAL' },
  purpose: 'PROTECT_CHILD', people: [], reaches: [], advisory: { given: true, withheldReason: null, words: 'He was not asked: it would endanger the children.' },
  onwardIntention: null, decisionId, items: [item()], ...changes,
});

export const facts = (changes: Partial<MakeDisclosureFacts> = {}): MakeDisclosureFacts =>
  ({ now, decision: decision(), request: request(), consents: new Map(), other: organisation(), recipientWorksThere: true, ...changes });

/** The disclosure as it was recorded. */
export const made = (changes: Partial<MakeDisclosureCommand> = {}, known: Partial<MakeDisclosureFacts> = {}): DisclosureMade => {
  const [event] = makingDisclosure.decide(make(changes), null, facts(known));
  if (event?.type !== 'DisclosureMade') throw new TypeError('The fixture discloses nothing.');
  return event;
};

/** The same, with its one item changed: for what a consent or an earlier originator made of it. */
export const madeWith = (changes: Partial<DisclosedItem>, data: Partial<DisclosureMade['data']> = {}): DisclosureMade => {
  const event = made();
  return { ...event, data: { ...event.data, ...data, items: event.data.items.map((each) => ({ ...each, ...changes })) } };
};

export const accepted = { type: 'RestrictionsAccepted', schema: 1, data: { disclosureId, by: socialWorker } } as const;
