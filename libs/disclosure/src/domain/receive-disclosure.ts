import type { ConsentStanding } from '@mash/consent-events';
import { liveConsentOf } from '@mash/consent-events';
import { splitBasis } from '@mash/decision-events';
import { hasCapacityAt } from '@mash/directory-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type { DisclosedItem, DisclosureEvent, DisclosureFacts } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { ConsentId, Decider, DisclosureId, Instant, ItemId, Party, PractitionerId, Reason } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personFile, personal, reason, rejectIf } from '@mash/kernel';
import type { LawfulBasisSet, NotSoughtReasonCode } from '@mash/law';
import { ORGANISATION_KINDS, checkLawfulBasis } from '@mash/law';
import { eachOnce } from './check-form.js';

/** Accept the restrictions that came with it; until then nothing of it can be read (5.R2). */
export interface AcceptRestrictionsCommand {
  readonly disclosureId: DisclosureId;
  readonly by: PractitionerId;
}

export const acceptingRestrictions: Decider<AcceptRestrictionsCommand, DisclosureFacts | null, DisclosureEvent, null> = {
  ...disclosureFacts,
  decide({ disclosureId, by }, disclosure) {
    if (disclosure === null) throw new NotFound();
    return disclosure.accepted ? [] : [{ type: 'RestrictionsAccepted', schema: 1, data: { disclosureId, by } }];
  },
};

/** For one item: the recipient's own basis, or that it holds it on the consent alone. */
export interface OwnBasis {
  readonly itemId: ItemId;
  readonly basis: LawfulBasisSet | 'CONSENT_ALONE';
  /** Why it is held without consent, where the basis needs a reason (4.R7). */
  readonly noConsentReason: NotSoughtReasonCode | null;
}

/** Record receipt, and on what basis of its own the recipient holds each item (5.3, 3.R8). */
export interface ReceiveDisclosureCommand {
  readonly disclosureId: DisclosureId;
  readonly by: PractitionerId;
  readonly bases: readonly OwnBasis[];
}

export interface ReceiveDisclosureFacts {
  readonly now: Instant;
  readonly organisation: OrganisationFacts;
  readonly consents: ReadonlyMap<ConsentId, ConsentStanding>;
  readonly someoneAtRisk: boolean;
}

const consentAlone = (item: DisclosedItem, { consents }: ReceiveDisclosureFacts): readonly Reason[] => {
  const consent = item.consentId === null ? undefined : consents.get(item.consentId);
  if (item.consentPosition !== 'GIVEN' || item.consentId === null) {
    return [reason('3.R8', 'NO_CONSENT_TO_REST_ON', 'The item did not come on a consent, so it cannot be held on one.', 'Record a basis of your own.')];
  }
  return consent?.status === 'WITHDRAWN'
    ? [reason('3.R8', 'CONSENT_WITHDRAWN', 'The consent was withdrawn; nothing can be held on it any more.', 'Record a basis of your own, or keep nothing.')] : [];
};

const ownBasis = (basis: LawfulBasisSet, item: DisclosedItem, own: OwnBasis, recipient: Party, made: DisclosureFacts['made'], facts: ReceiveDisclosureFacts): readonly Reason[] => {
  const { organisation, now } = facts;
  const publicAuthority = ORGANISATION_KINDS[organisation.kind].publicAuthority || hasCapacityAt(organisation, 'PUBLIC_AUTHORITY', now);
  const enforcesLaw = organisation.kind === 'POLICE_FORCE' || hasCapacityAt(organisation, 'COMPETENT_AUTHORITY', now);
  const consent = item.consentId === null ? null : facts.consents.get(item.consentId) ?? null;
  return checkLawfulBasis(basis, {
    at: now, specialCategory: item.specialCategory, criminalOffence: item.criminalOffence, publicAuthority, inPublicTask: publicAuthority,
    // Holding what was received breaks no confidence: that is weighed when it is passed on.
    confidential: false,
    liveConsent: liveConsentOf(consent, {
      sender: recipient, purpose: made.purpose, categories: [item.category], recipients: [recipient.organisation],
      onArticle9a: item.specialCategory && basis.article9 === 'a',
    }, now),
    subjectUnder18OrAtRisk: facts.someoneAtRisk, noConsentReason: own.noConsentReason ?? undefined, sourceRegime: 'UKGDPR',
    lawEnforcementPurpose: enforcesLaw && made.purpose === 'PREVENT_SERIOUS_CRIME',
  });
};

const perItem = (bases: readonly OwnBasis[], made: DisclosureFacts['made'], recipient: Party, facts: ReceiveDisclosureFacts): readonly Reason[] => [
  ...made.items.flatMap((item) => {
    const [own, second] = bases.filter((each) => each.itemId === item.itemId);
    if (own === undefined || second !== undefined) {
      return [reason('5.3', 'NOT_ONE_BASIS_EACH', 'For each item the recipient records one basis of its own.', 'Choose one for each item.')];
    }
    return own.basis === 'CONSENT_ALONE' ? consentAlone(item, facts) : ownBasis(own.basis, item, own, recipient, made, facts);
  }),
  ...bases.every((own) => made.items.some((item) => item.itemId === own.itemId)) ? [] : [reason('5.3', 'ITEM_UNKNOWN', 'A basis is given for something that is not in the disclosure.', 'Choose one for each item.')],
];

export const receivingDisclosure: Decider<ReceiveDisclosureCommand, DisclosureFacts | null, DisclosureEvent, ReceiveDisclosureFacts> = {
  ...disclosureFacts,
  decide({ disclosureId, by, bases }, disclosure, facts) {
    const unit = disclosure?.made.recipient.unit ?? null;
    if (disclosure === null || unit === null) throw new NotFound();
    const { made } = disclosure;
    rejectIf(eachOnce([
      ...disclosure.bases === null ? [] : [reason('3.R12', 'BASIS_ALREADY_RECORDED',
        'The basis was recorded at receipt, and is not exchanged for another afterwards.', 'A new need is a new decision.')],
      ...perItem(bases, made, { organisation: made.recipient.organisation, unit }, facts),
    ]));
    const [first] = made.items.flatMap((item) => item.about);
    const held = heldBy(made.enquiryId === null ? personFile(first?.personId ?? 'nobody') : enquiryFile(made.enquiryId), made.recipient.organisation);
    return [{ type: 'DisclosureReceived', schema: 1, data: { disclosureId, by, bases: bases.map(({ itemId, basis }) => {
      if (basis === 'CONSENT_ALONE') return { itemId, basis, words: null };
      const { codes, words } = splitBasis(basis);
      return { itemId, basis: codes, words: words === null ? null : personal(`disclosure:${disclosureId}:receipt:${itemId}`, held, words) };
    }) } }];
  },
};
