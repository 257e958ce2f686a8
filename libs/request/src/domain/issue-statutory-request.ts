import type { ArrangementFacts, OrganisationFacts } from '@mash/directory-events';
import { hasCapacityAt } from '@mash/directory-events';
import type { ArrangementId, Decider, Party, PractitionerId, Reason } from '@mash/kernel';
import { personal, reason, rejectIf } from '@mash/kernel';
import type { AddresseeKindCode, PartnerMembership, PurposeFunctionCode, RecipientTypeCode, SharingPurposeCode, StatutoryPowerCode } from '@mash/law';
import { SHARING_PURPOSES, checkStatutoryRequest, codesOf, isBlank, localDateOf } from '@mash/law';
import type { RequestEvent, StatutoryPart, StatutoryTexts } from '@mash/request-events';
import { addresseeOf, asRequested, holdersOf } from './as-requested.js';
import type { Asking, AskingFacts } from './asking.js';
import { checkAsking } from './check-asking.js';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** A request on a statutory power; what it is for follows from the function that it serves. */
export interface IssueStatutoryRequestCommand {
  readonly asking: Omit<Asking, 'purpose'>;
  readonly power: StatutoryPowerCode;
  readonly statutoryFunction: PurposeFunctionCode;
  readonly arrangementId: ArrangementId;
  readonly texts: StatutoryTexts;
  readonly recipients: readonly {
    readonly kind: RecipientTypeCode; readonly party: Party; readonly practitionerId: PractitionerId | null; readonly reason: string | null;
  }[];
}

export interface IssueStatutoryRequestFacts extends AskingFacts {
  /** Null when there is no such arrangement. */
  readonly arrangement: ArrangementFacts | null;
  /** What each recipient is called, in the order of the command; null where the directory knows none such. */
  readonly recipientNames: readonly (string | null)[];
}

/** The purpose under which everything that comes back may be used (1.R7). */
export const purposeServing = (served: PurposeFunctionCode): SharingPurposeCode =>
  codesOf(SHARING_PURPOSES).find((code) => SHARING_PURPOSES[code].servesFunction === served) ?? 'PROTECT_CHILD';

/** 1.R1: a place in the arrangement counts while the organisation holds the capacity of a partner. */
function membershipsOf(issuer: OrganisationFacts | null, arrangement: ArrangementFacts | null, { now }: AskingFacts): PartnerMembership[] {
  if (issuer === null || arrangement === null || !hasCapacityAt(issuer, 'SAFEGUARDING_PARTNER', now)) return [];
  return arrangement.partners.filter((partner) => partner.organisationId === issuer.organisationId)
    .map(({ kind }) => ({ kind, areas: arrangement.areas, effectiveFrom: localDateOf(arrangement.from), effectiveTo: null }));
}

/** Anyone may be asked (1.R3): what they are to the arrangement is only noted. */
function addresseeKind({ asking }: IssueStatutoryRequestCommand, arrangement: ArrangementFacts | null): AddresseeKindCode {
  const { organisation } = asking.to;
  if (arrangement?.partners.some((partner) => partner.organisationId === organisation) === true) return 'SAFEGUARDING_PARTNER';
  return arrangement?.relevantAgencies.includes(organisation) === true ? 'RELEVANT_AGENCY' : 'OTHER_BODY';
}

function checkPower(command: IssueStatutoryRequestCommand, facts: IssueStatutoryRequestFacts): readonly Reason[] {
  const { texts, power, statutoryFunction, recipients, asking } = command;
  if (power === 'COURT_ORDER') return [reason('1.6', 'NOT_ISSUED_BY_AN_AGENCY', 'A court order is made by a court.', 'Choose the power that your agency uses.')];
  return checkStatutoryRequest({
    power, addressee: addresseeKind(command, facts.arrangement), purposeFunction: statutoryFunction,
    purposeText: texts.purpose, whyNeededText: texts.whyNeeded, necessityText: texts.necessity, proportionalityText: texts.proportionality,
    burdenConsideredText: texts.burdenConsidered, ...texts.howS16EServed === null ? {} : { howS16EServed: texts.howS16EServed },
    recipients: recipients.map((recipient, index) => ({
      type: recipient.kind, name: facts.recipientNames[index] ?? '', ...recipient.reason === null ? {} : { reason: recipient.reason },
    })),
    aboutIndividualChild: asking.items.some((item) => item.about.length > 0),
    consentIsPrecondition: false,
  }, {
    issuedAt: facts.now, area: facts.enquiry?.area ?? facts.arrangement?.areas[0] ?? '', issuerMemberships: membershipsOf(facts.asker, facts.arrangement, facts),
    issuerIsLocalAuthority: facts.asker?.kind === 'LOCAL_AUTHORITY', issuerIsSafeguardingAdultsBoard: facts.asker?.kind === 'SAFEGUARDING_ADULTS_BOARD',
  });
}

function checkAuthority({ statutoryFunction, recipients, asking }: IssueStatutoryRequestCommand, delegated: boolean, { enquiry }: AskingFacts): Reason[] {
  return [
    ...delegated ? [] : [reason('1.6', 'NOT_A_SIGNATORY', 'The power was not delegated to you by your organisation for this arrangement.',
      'Let a delegated signatory issue it, or have the delegation recorded.')],
    ...statutoryFunction === 'S16F' && enquiry !== null && !enquiry.grounds.includes('PRACTICE_REVIEW_S16F') ? [reason('1.R2', 'NO_PRACTICE_REVIEW',
      'The request is for a practice review, and the enquiry is not one.', 'Ask under the enquiry opened for the review, or name the function it serves.')] : [],
    ...recipients.some((recipient) => recipient.kind === 'ISSUER' && recipient.party.organisation !== asking.asker) ? [reason('1.R4', 'RECIPIENT_IS_NOT_ISSUER',
      'A recipient is called the issuer and is not.', 'Say what the recipient is.')] : [],
  ];
}

function statutoryPart(command: IssueStatutoryRequestCommand, authorityReference: string, facts: AskingFacts, asking: Asking): StatutoryPart {
  const { texts, recipients, power, statutoryFunction, arrangementId } = command;
  const held = holdersOf(asking, addresseeOf(asking, facts));
  const { purpose, whyNeeded, necessity, proportionality, burdenConsidered, howS16EServed } = texts;
  return {
    power, statutoryFunction, arrangementId, signatory: asking.by, authorityReference,
    texts: personal(`request:${asking.requestId}:texts`, held, { purpose, whyNeeded, necessity, proportionality, burdenConsidered, howS16EServed }),
    recipients: recipients.map(({ kind, party, practitionerId, reason: why }, index) => ({
      kind, party: { organisation: party.organisation, unit: party.unit }, practitionerId,
      reason: why === null || isBlank(why) ? null : personal(`request:${asking.requestId}:recipient:${index}`, held, why),
    })),
  };
}

export const issuingStatutoryRequest: Decider<IssueStatutoryRequestCommand, Request, RequestEvent, IssueStatutoryRequestFacts> = {
  initial: none,
  evolve,
  decide(command, state, facts) {
    const asking: Asking = { ...command.asking, purpose: purposeServing(command.statutoryFunction) };
    const delegation = facts.arrangement?.signatories.find((each) =>
      each.organisationId === asking.asker && each.practitionerId === asking.by && each.from <= facts.now);
    rejectIf([
      ...state === null ? [] : [reason('1.8', 'ALREADY_ASKED', 'This request was made already.', 'Use the one that exists.')],
      ...checkAsking(asking, facts, false), ...checkPower(command, facts), ...checkAuthority(command, delegation !== undefined, facts),
    ]);
    if (facts.enquiry === null || delegation === undefined) return [];
    return [asRequested(asking, facts.enquiry, facts, statutoryPart(command, delegation.reference, facts, asking))];
  },
};
