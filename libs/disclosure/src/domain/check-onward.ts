import type { ConsentStanding } from '@mash/consent-events';
import type { DecisionFacts } from '@mash/decision-events';
import { decidedFor } from '@mash/decision-events';
import type { Approval, DisclosedItem, DisclosureFacts } from '@mash/disclosure-events';
import type { Instant, Reason } from '@mash/kernel';
import { reason, unreachable } from '@mash/kernel';
import { RESTRICTIONS, checkTightening } from '@mash/law';
import type { RestrictionCode } from '@mash/law';
import { decidedWording } from './approve-onward.js';
import type { RecipientForm } from './disclosure-form.js';
import { asLaw, carriedOver } from './restrictions.js';
import type { ShareOnwardCommand } from './share-onward.js';

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** An own decision for that recipient and purpose, and no more than its words (2.R1, 2.6). */
export function underOwnDecision(command: ShareOnwardCommand, item: DisclosedItem, decision: DecisionFacts | null): readonly Reason[] {
  const decided = decidedWording(decision, command.parentId, item.itemId);
  const allowed = decision !== null && decided !== undefined && decision.purpose === command.purpose && decidedFor(decision, command.recipient);
  const wording = decided?.wording?.value ?? null;
  const whole = item.content.value?.statement ?? '';
  const more = wording === null ? whole !== '' && plain(command.statement.statement).includes(plain(whole)) : plain(command.statement.statement) !== plain(wording);
  return [
    ...allowed ? [] : [reason('2.R1', 'NO_DECISION_TO_SHARE', 'Passing it on is a sharing of your own, and there is no decision of your own for this recipient and purpose.', 'Decide first: the words, the recipient and the purpose.')],
    ...more ? [reason('2.6', 'MORE_THAN_NEEDED', 'This says more than was decided the recipient needs.', 'Pass on only the words that were decided.')] : [],
  ];
}

/** An approval for exactly these words, this recipient and this purpose, not yet spent on another disclosure. */
export const approvalFor = (command: ShareOnwardCommand, item: DisclosedItem, approvals: readonly Approval[]): Approval | undefined =>
  approvals.find((each) => each.itemId === item.itemId && each.status === 'APPROVED' && (each.usedFor === null || each.usedFor === command.childId)
    && each.purpose === command.purpose && each.wording !== null && each.wording.trim() === command.statement.statement.trim()
    && sameRecipient(each.recipient, command.recipient));

const sameRecipient = (approved: Approval['recipient'], recipient: RecipientForm): boolean =>
  approved.organisation === recipient.organisation && approved.unit === recipient.unit
  && (approved.practitioner === null || approved.practitioner === recipient.practitioner);

const breach = (code: RestrictionCode, message: string, remedy: string): Reason => reason('5.R5', `RESTRICTED_${code}`, message, remedy);

type Restricted = DisclosedItem['restrictions'][number];

function against(each: Restricted, command: ShareOnwardCommand, item: DisclosedItem, parent: DisclosureFacts, facts: { readonly now: Instant; readonly compelled: boolean }): readonly Reason[] {
  const { code } = each;
  const says = RESTRICTIONS[code].says;
  switch (code) {
    case 'ORIGINATOR_CONSENT':
      return facts.compelled || approvalFor(command, item, parent.approvals) ? [] : [reason('5.R5', 'ORIGINATOR_NOT_APPROVED',
        'The originator has not approved these words, this recipient and this purpose.', 'Ask for approval of exactly what is to go.')];
    case 'NO_ONWARD': return facts.compelled ? [] : [breach(code, says, 'Ask the originator; only a court order or a statutory duty lifts this.')];
    case 'HUB_ONLY': return facts.compelled ? [] : [breach(code, says, 'Let it inform your decision, and share what you decide from other sources.')];
    case 'LIVE_INVESTIGATION': return facts.compelled ? [] : [breach(code, says, 'Wait until the police confirm.')];
    case 'PURPOSE_ONLY': return command.purpose === parent.made.purpose ? [] : [breach(code, says, 'Share it for that purpose only.')];
    case 'NAMED_RECIPIENTS':
      return command.recipient.practitioner !== null && each.practitioners.includes(command.recipient.practitioner) ? [] : [breach(code, says, 'Share only with the people named.')];
    case 'ROLE_OR_TEAM':
      return command.recipient.unit === parent.made.recipient.unit ? [] : [breach(code, says, 'Keep it within the team named.')];
    case 'NOT_TO_SERVICE_USER':
    case 'NOT_TO_NAMED_PERSON':
    case 'PROTECT_IDENTITY':
      return command.reaches.some((person) => each.people.includes(person)) ? [breach(code, says, 'Leave this person out, or leave the item out.')] : [];
    case 'EXPIRES':
      return each.until !== null && each.until <= facts.now ? [reason('5.4', 'EXPIRED', 'The time for which this could be used has ended.', 'Ask the originator anew.')] : [];
    case 'REVIEW_BY':
    case 'ANONYMISED':
    case 'PSEUDONYMISED':
    case 'SANITISED': return [];
    default: return unreachable(code);
  }
}

/** Nothing that travels together may be about somebody who must not learn of a part of it. */
const coSubjects = (command: ShareOnwardCommand, item: DisclosedItem): readonly Reason[] => {
  const barred = item.restrictions.filter((each) => each.code === 'NOT_TO_NAMED_PERSON').flatMap((each) => each.people);
  const others = command.statement.about.map((each) => each.personId).filter((person) => !item.about.some((each) => each.personId === person));
  return others.some((person) => barred.includes(person)) ? [breach('NOT_TO_NAMED_PERSON', RESTRICTIONS.NOT_TO_NAMED_PERSON.says, 'Share what is about this person apart.')] : [];
};

/** What the originator's restrictions and the law of the request stand against (5.R2, 5.R4, 5.R5, 1.R7). */
export function againstRestrictions(command: ShareOnwardCommand, item: DisclosedItem, parent: DisclosureFacts, now: Instant, compelled: boolean): readonly Reason[] {
  const { made } = parent;
  const child = command.restrictions ?? carriedOver(item.restrictions, []);
  return [
    ...parent.accepted ? [] : [reason('5.R2', 'RESTRICTIONS_NOT_ACCEPTED', 'What was not accepted cannot be passed on.', 'Accept the restrictions first.')],
    ...made.useLimitation === null || made.useLimitation === command.purpose ? [] : [reason('1.R7', 'USE_OUTSIDE_THE_POWER',
      'This came under a statutory request, and may be used only for the purpose of that request. No other basis lifts this.', 'Leave it out, or ask for it anew.')],
    ...item.restrictions.flatMap((each) => against(each, command, item, parent, { now, compelled })),
    ...coSubjects(command, item),
    ...checkTightening(
      item.restrictions.map((each) => asLaw(each, { purpose: made.purpose, recipient: made.recipient })),
      child.map((each) => asLaw(each, { purpose: command.purpose, recipient: command.recipient })),
      // Told apart above, where the reason can be said; here they would only be said again.
      ['PURPOSE_ONLY', 'ROLE_OR_TEAM'],
    ),
  ];
}

/** The consent it came on was withdrawn, and the holder recorded no basis of its own (3.R8). */
export function onLostConsent(item: DisclosedItem, parent: DisclosureFacts, consents: ReadonlyMap<string, ConsentStanding>): readonly Reason[] {
  const consent = item.consentId === null ? undefined : consents.get(item.consentId);
  const own = parent.bases?.find((each) => each.itemId === item.itemId)?.basis ?? 'CONSENT_ALONE';
  return consent?.status === 'WITHDRAWN' && item.consentPosition === 'GIVEN' && own === 'CONSENT_ALONE'
    ? [reason('3.R8', 'BASIS_UNDER_REVIEW', 'The consent this rests on was withdrawn, and its basis is under review.', 'Decide on a basis of your own first.')] : [];
}

