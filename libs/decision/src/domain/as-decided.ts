import { splitBasis } from '@mash/decision-events';
import type { DecidedItem, SharingDecided, Telling } from '@mash/decision-events';
import type { EnquiryId, Holder, PersonId } from '@mash/kernel';
import { enquiryFile, heldBy, personFile, personal } from '@mash/kernel';
import { NOT_SOUGHT_REASONS, NOT_TOLD_EXCEPTIONS, REFUSAL_REASONS, isBlank, isCodeOf } from '@mash/law';
import type { DecideSharingCommand, DecideSharingFacts, ItemToDecide } from './decide-sharing.js';

/** The file it is kept in: the enquiry's, or that of the first person concerned while there is no enquiry yet. */
const fileOf = (enquiryId: EnquiryId | null, about: readonly PersonId[]): string => {
  if (enquiryId !== null) return enquiryFile(enquiryId);
  const [first] = about;
  return personFile(first ?? 'nobody');
};

type Seal = <T>(part: string, value: T) => ReturnType<typeof personal<T>>;

const sealer = (prefix: string, holders: readonly Holder[]): Seal => (part, value) => personal(`${prefix}:${part}`, holders, value);

const asItem = (item: ItemToDecide, seal: Seal): DecidedItem => {
  const { itemId, requestItemId, about, category, share, confidential, specialCategory, criminalOffence, consentPosition, consentId, drawnFrom } = item;
  const part = (name: string): string => `item:${itemId}:${name}`;
  const optional = (name: string, value: string | null) => (value === null || isBlank(value) ? null : seal(part(name), value));
  const basis = item.basis === null ? null : splitBasis(item.basis);
  return {
    itemId, requestItemId, about, category, share, confidential, specialCategory, criminalOffence, consentPosition, consentId, drawnFrom,
    reasons: seal(part('reasons'), item.reasons), reasonsTold: optional('told', item.reasonsTold),
    refusalReasons: item.refusalReasons.filter((code) => isCodeOf(REFUSAL_REASONS, code)),
    basis: basis?.codes ?? null, basisWords: basis?.words ? seal(part('basis'), basis.words) : null,
    notSoughtReason: item.notSoughtReason !== null && isCodeOf(NOT_SOUGHT_REASONS, item.notSoughtReason) ? item.notSoughtReason : null,
    notSoughtFacts: optional('not-sought', item.notSoughtFacts), wording: optional('wording', item.wording),
  };
};

const tellings = (command: DecideSharingCommand, seal: Seal): readonly Telling[] =>
  command.telling.map(({ personId, kind, toldAt, due, exception, reasons }) => ({
    personId, kind, toldAt, due, exception: exception !== null && isCodeOf(NOT_TOLD_EXCEPTIONS, exception) ? exception : null,
    reasons: seal(`telling:${personId}`, reasons),
  }));

/** The decision as a fact. Only the deciding agency holds its words: reasons can harm even whoever asked. */
export function asDecided(command: DecideSharingCommand, { asked }: DecideSharingFacts): SharingDecided['data'] {
  const { decisionId, by, decidedBy, trigger, recipients, purpose, protects, quality, supersedes } = command;
  const enquiryId = asked?.enquiryId ?? command.enquiryId;
  const seal = sealer(`decision:${decisionId}`, heldBy(fileOf(enquiryId, command.items.flatMap((item) => item.about)), by.organisation));
  const shared = command.items.some((item) => item.share);
  return {
    decisionId, by, decidedBy, trigger, enquiryId, recipients, purpose, protects, quality, supersedes,
    requestId: asked?.requestId ?? null, requester: asked?.from ?? null,
    answers: command.answers.map(({ question, answer, reason }) => ({ question, answer, reason: reason === null ? null : seal(`answer:${question}`, reason) })),
    items: command.items.map((item) => asItem(item, seal)),
    weighing: seal('weighing', { ifShared: command.weighing.ifShared, ifNotShared: command.weighing.ifNotShared }),
    telling: tellings(command, seal), advice: command.advice === null ? null : seal('advice', command.advice),
    outcome: shared ? (asked?.statutory ? 'MUST_SHARE' : 'MAY_SHARE') : 'DO_NOT_SHARE',
    reasons: seal('reasons', command.reasons),
  };
}
