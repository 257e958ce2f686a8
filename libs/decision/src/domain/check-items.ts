import type { RestingShare } from '@mash/consent-events';
import { liveConsentOf, reasonsNotToRely } from '@mash/consent-events';
import { hasCapacityAt } from '@mash/directory-events';
import type { Reason } from '@mash/kernel';
import { reason } from '@mash/kernel';
import type { DecisionAnswers, LawfulBasisSet, NotSoughtReasonCode, Problem, SharingResult } from '@mash/law';
import {
  NOT_SOUGHT_REASONS, ORGANISATION_KINDS, checkLawfulBasis, checkNotSought, checkRefusal, checkWeighing, evaluateSharing, isBlank, isCodeOf,
} from '@mash/law';
import type { DecideSharingCommand, DecideSharingFacts, ItemToDecide } from './decide-sharing.js';

const notSought = (item: ItemToDecide): NotSoughtReasonCode | undefined =>
  (item.notSoughtReason !== null && isCodeOf(NOT_SOUGHT_REASONS, item.notSoughtReason) ? item.notSoughtReason : undefined);

/** The sharing of this item, as a consent would have to cover it. */
const restingShare = (item: ItemToDecide, command: DecideSharingCommand): RestingShare => ({
  sender: command.by, purpose: command.purpose, categories: [item.category],
  recipients: [...new Set(command.recipients.map((each) => each.organisation))],
  onArticle9a: item.specialCategory && item.basis?.article9 === 'a',
});

const basisProblems = (basis: LawfulBasisSet, item: ItemToDecide, command: DecideSharingCommand, facts: DecideSharingFacts): readonly Problem[] => {
  const { organisation, now } = facts;
  const publicAuthority = ORGANISATION_KINDS[organisation.kind].publicAuthority || hasCapacityAt(organisation, 'PUBLIC_AUTHORITY', now);
  const enforcesLaw = organisation.kind === 'POLICE_FORCE' || hasCapacityAt(organisation, 'COMPETENT_AUTHORITY', now);
  const consent = item.consentId === null ? null : facts.consents.get(item.consentId) ?? null;
  return checkLawfulBasis(basis, {
    at: now, specialCategory: item.specialCategory, criminalOffence: item.criminalOffence, confidential: item.confidential,
    publicAuthority, inPublicTask: publicAuthority, liveConsent: liveConsentOf(consent, restingShare(item, command), now),
    weighingCompleted: checkWeighing({
      harmIfShared: command.weighing.ifShared, harmIfNotShared: command.weighing.ifNotShared, whyNecessaryAndProportionate: command.reasons,
    }).length === 0,
    requestStatesPublicTask: facts.asked?.statesPublicTask ?? false, subjectUnder18OrAtRisk: command.protects.length > 0,
    noConsentReason: notSought(item), sourceRegime: enforcesLaw ? 'PART3' : 'UKGDPR',
    lawEnforcementPurpose: enforcesLaw && command.purpose === 'PREVENT_SERIOUS_CRIME',
  });
};

/** The practitioner answers the questions for all items; what each item is and rests on answers two of them by itself. */
const answersFor = (item: ItemToDecide, command: DecideSharingCommand): DecisionAnswers => {
  const given: DecisionAnswers = Object.fromEntries(command.answers.map(({ question, answer }) => [question, answer]));
  return {
    ...given,
    CONFIDENTIAL: given.CONFIDENTIAL === 'UNSURE' ? 'UNSURE' : item.confidential ? 'YES' : 'NO',
    CONSENT: given.CONSENT === 'UNSURE' ? 'UNSURE' : item.consentPosition === 'GIVEN' ? 'YES' : 'NO',
  };
};

const fromTable = ({ outcome, row, reasons }: SharingResult, advised: boolean): readonly Reason[] => {
  if (outcome === 'SEEK_ADVICE' && !advised) {
    return [reason('2.R5', 'ADVICE_NEEDED', reasons.join(' '), 'Seek advice, record what came of it, and decide with it.')];
  }
  if (outcome !== 'DO_NOT_SHARE') return [];
  return row === 'a'
    ? [reason('2.R3', 'NO_LEGITIMATE_PURPOSE', 'Without a clear and legitimate purpose nothing may be shared, even with consent.', 'Do not share it, or say what the purpose is.')]
    : [reason('2.5', 'ANSWERS_SAY_DO_NOT_SHARE', reasons.join(' '), 'Do not share it, or correct the answers and the basis.')];
};

const toShare = (item: ItemToDecide, command: DecideSharingCommand, facts: DecideSharingFacts): readonly Reason[] => {
  const found = item.basis === null ? [] : basisProblems(item.basis, item, command, facts);
  const table = evaluateSharing(answersFor(item, command), {
    mandate: facts.asked?.statutory ? { power: facts.asked.statutory.power, live: true, coversExactly: true } : undefined,
    immediateDanger: command.trigger === 'EMERGENCY',
    confidentialityBasis: item.basis?.confidentialityBasis,
  });
  const consent = item.consentId === null ? null : facts.consents.get(item.consentId) ?? null;
  return [
    ...item.basis === null ? [reason('4.7', 'NO_LAWFUL_BASIS', 'An item is to be shared without a lawful basis.', 'Choose the basis of your own agency.')] : found,
    ...fromTable(table, !isBlank(command.advice)),
    ...item.consentPosition === 'GIVEN' ? reasonsNotToRely(consent, restingShare(item, command), facts.now) : [],
    ...isBlank(item.reasons) ? [reason('2.R2', 'SHARED_WITHOUT_REASONS', 'An item is to be shared without reasons.', 'Say why it is shared.')] : [],
    ...(item.drawnFrom === null) === isBlank(item.wording) ? [] : [reason('2.6', 'WORDING_MISSING',
      'What is drawn from something received is decided in exact words, and only that.', 'Name where it comes from, and write the words that may go.')],
  ];
};

const notToShare = (item: ItemToDecide, command: DecideSharingCommand): readonly Reason[] => [
  ...checkRefusal({ reasons: item.refusalReasons, text: item.reasons }),
  ...command.answers.some((each) => each.answer === 'UNSURE') && isBlank(command.advice)
    ? [reason('2.R5', 'ADVICE_NEEDED', 'A question was answered with “not sure”, and no advice is recorded.', 'Seek advice, record what came of it, and decide with it.')]
    : [],
];

/** Every reason why one item cannot be decided so. */
export const itemReasons = (item: ItemToDecide, command: DecideSharingCommand, facts: DecideSharingFacts): readonly Reason[] => [
  ...item.share ? toShare(item, command, facts) : notToShare(item, command),
  ...item.consentPosition === 'NOT_SOUGHT' ? checkNotSought({ code: item.notSoughtReason ?? '', text: item.notSoughtFacts ?? '' }) : [],
  ...item.about.length > 0 ? [] : [reason('2.7', 'ABOUT_NOBODY', 'An item does not say whom it is about.', 'Name the people it is about.')],
  ...facts.asked === null || facts.asked.items.some((each) => each.itemId === item.requestItemId) ? [] : [reason('2.R18', 'NOT_ASKED_FOR',
    'An item answers nothing that was asked.', 'Name the asked item, or decide on it on your own initiative.')],
];
