import type { OrganisationFacts } from '@mash/directory-events';
import type { Instant, Reason } from '@mash/kernel';
import { reason } from '@mash/kernel';
import type { ConsentPositionCode, MethodEvidence } from '@mash/law';
import { checkConsentAdvisory, checkItem, checkMethod, checkRestriction, isBlank, localDate } from '@mash/law';
import type { DisclosureForm, StatementForm } from './disclosure-form.js';
import { asLaw } from './restrictions.js';

/** What is known of a disclosure from elsewhere than its form. */
export interface FormFacts {
  readonly now: Instant;
  /** The body at the other end of the telephone. */
  readonly other: OrganisationFacts | null;
  readonly confidential: boolean;
  readonly consentPositions: readonly ConsentPositionCode[];
}

/** The same rule broken in the same way by several items is said once. */
export const eachOnce = (reasons: readonly Reason[]): readonly Reason[] =>
  [...new Map(reasons.map((each) => [`${each.rule} ${each.code}`, each])).values()];

const statement = (item: StatementForm, form: DisclosureForm): readonly Reason[] => [
  ...checkItem({
    nature: item.nature, historical: item.historical, ...(item.opinionHolder === null ? {} : { opinionHolder: item.opinionHolder }),
    ...(item.asOf === null ? {} : { asOfDate: localDate(item.asOf) }), ...(item.historicalNote === null ? {} : { explanation: item.historicalNote }),
  }),
  ...item.restrictions.flatMap((each) => checkRestriction(asLaw(each, form))),
  ...item.about.length > 0 ? [] : [reason('5.1', 'ABOUT_NOBODY', 'An item does not say whom it is about.', 'Name the people it is about.')],
  ...isBlank(item.statement) ? [reason('5.1', 'NOTHING_SAID', 'An item says nothing.', 'Write the statement.')] : [],
];

const digits = (number: string): string => number.replace(/\D/g, '').replace(/^44/, '0');

/** A call-back proves who is on the line only when the number is the one that the organisation publishes (6.R1). */
const calledBack = (evidence: MethodEvidence, other: OrganisationFacts | null): readonly Reason[] => {
  const claims = evidence.method === 'TELEPHONE' && evidence.callbackNumberSource === 'PUBLISHED_SWITCHBOARD' && !isBlank(evidence.callbackNumber);
  if (!claims || other === null || digits(evidence.callbackNumber ?? '') === digits(other.publishedNumber)) return [];
  return [reason('6.R1', 'NOT_THE_PUBLISHED_NUMBER', 'The number called back is not the one that the organisation publishes.',
    'Call back through the published switchboard number in the directory.')];
};

/** A concern may go to the hub's front door, whoever is on duty there: the one who accepts it is then on record. */
const recipientNamed = ({ recipient, method }: DisclosureForm, toFrontDoor: boolean): readonly Reason[] => [
  ...recipient.practitioner !== null || !isBlank(recipient.name) || (toFrontDoor && recipient.unit !== null) ? [] : [reason('5.1', 'RECIPIENT_NOT_NAMED',
    'Information goes to a named person, not just to an organisation.', 'Choose the practitioner, or give the person’s name.')],
  ...method !== 'HUB_PORTAL' || recipient.unit !== null ? [] : [reason('6', 'RECIPIENT_NOT_ON_HUB',
    'The recipient has no unit in the hub to receive this.', 'Choose the way in which it really goes.')],
];

/** One disclosure has one circle of readers: the people named are the same for each item, and the recipient is one of them. */
const namedReaders = ({ recipient }: DisclosureForm, items: readonly StatementForm[]): readonly Reason[] => {
  const lists = items.flatMap((item) => item.restrictions).filter((each) => each.code === 'NAMED_RECIPIENTS').map((each) => each.practitioners);
  const [first] = lists;
  if (first === undefined) return [];
  return [
    ...lists.every((list) => list.length === first.length && list.every((each) => first.includes(each))) ? [] : [reason('5.4', 'NAMED_READERS_DIFFER',
      'Two items are for different named people.', 'Disclose them apart.')],
    ...recipient.practitioner !== null && first.includes(recipient.practitioner) ? [] : [reason('5.4', 'RECIPIENT_NOT_AMONG_NAMED',
      'The recipient is not one of the people named, so nobody could open it.', 'Name the recipient too.')],
  ];
};

/** Every reason why a disclosure is not fit to be made as its form says (5.1, 5.R1, 5.R7, 5.4, 6.R1 to 6.R9). */
export const formReasons = (
  form: DisclosureForm, items: readonly StatementForm[], facts: FormFacts, toFrontDoor = false,
): readonly Reason[] => eachOnce([
  ...items.length > 0 ? [] : [reason('5.1', 'NOTHING_DISCLOSED', 'There is nothing in the disclosure.', 'Write at least one item.')],
  ...items.flatMap((item) => statement(item, form)),
  ...recipientNamed(form, toFrontDoor),
  ...namedReaders(form, items),
  ...facts.consentPositions.flatMap((consentPosition) => checkConsentAdvisory({
    consentPosition, advisoryGiven: form.advisory.given,
    ...(form.advisory.withheldReason === null ? {} : { withheld: { reason: form.advisory.withheldReason, text: form.advisory.words ?? '' } }),
  })),
  ...checkMethod(form.method, form.evidence, { at: form.occurredAt, confidential: facts.confidential }),
  ...calledBack(form.evidence, facts.other),
  ...form.occurredAt <= facts.now ? [] : [reason('0.R1', 'DISCLOSED_IN_FUTURE', 'A disclosure cannot lie in the future.', 'Give the time at which it was made.')],
]);
