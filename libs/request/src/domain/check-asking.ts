import { hasCapacityAt } from '@mash/directory-events';
import type { Reason } from '@mash/kernel';
import { reason } from '@mash/kernel';
import { ORGANISATION_KINDS, checkLawfulBasis, isBlank } from '@mash/law';
import type { Asking, AskingFacts } from './asking.js';
import { identify } from './identify.js';

/** 1.R13: nobody asks without an enquiry of their own that has grounds. */
function checkEnquiry({ enquiry }: AskingFacts): Reason[] {
  if (enquiry === null) {
    return [reason('1.R13', 'NO_ENQUIRY', 'Your unit leads no such enquiry.', 'Open an enquiry, record its grounds, and ask under it.')];
  }
  return enquiry.grounds.length > 0 ? []
    : [reason('1.R13', 'NO_GROUNDS', 'The enquiry has no recorded grounds.', 'Record the ground in law and the reasons, then ask.')];
}

/** 1.R14: the asker stands on a basis of its own, which is not the addressee's. */
function checkBasis(asking: Asking, { now, asker, enquiry }: AskingFacts): Reason[] {
  const publicAuthority = asker !== null && (ORGANISATION_KINDS[asker.kind].publicAuthority || hasCapacityAt(asker, 'PUBLIC_AUTHORITY', now));
  const problems = checkLawfulBasis(asking.basis, {
    at: now, specialCategory: asking.specialCategory, criminalOffence: asking.criminalOffence,
    // The duty of confidence is owed by whoever discloses, and settled in their decision.
    confidential: false,
    publicAuthority, inPublicTask: publicAuthority,
    subjectUnder18OrAtRisk: enquiry?.people.some((person) => ['CHILD', 'UNBORN', 'ADULT_AT_RISK'].includes(person.capacity)) === true,
    ...asking.notSoughtReason === null ? {} : { noConsentReason: asking.notSoughtReason },
    sourceRegime: 'UKGDPR',
    lawEnforcementPurpose: asking.purpose === 'PREVENT_SERIOUS_CRIME' && asker !== null && hasCapacityAt(asker, 'COMPETENT_AUTHORITY', now),
  });
  return problems.length === 0 ? [] : [
    reason('1.R14', 'NO_LAWFUL_BASIS', 'The request does not stand on a lawful basis of your own agency.', 'Put right what is said of the basis, then ask.'),
    ...problems,
  ];
}

/** 1.R14: every item asks something, for a reason, and says of whom; and nothing is said of anybody else. */
function checkItems({ items, people }: Asking, { enquiry }: AskingFacts, everyItemAboutSomebody: boolean): Reason[] {
  const inEnquiry = new Set(enquiry?.people.map((person) => person.personId));
  const named = new Set(people.map((person) => person.personId));
  const about = new Set(items.flatMap((item) => item.about));
  const found: Reason[] = [];
  if (items.length === 0) found.push(reason('1.R14', 'NO_ITEMS', 'The request asks nothing.', 'Ask at least one question.'));
  if (items.some((item) => isBlank(item.question) || isBlank(item.why))) {
    found.push(reason('1.R14', 'ITEM_EMPTY', 'An item has no question, or does not say why it is asked.', 'Say what is asked and why, item by item.'));
  }
  if (everyItemAboutSomebody && items.some((item) => item.about.length === 0)) {
    found.push(reason('1.R14', 'ITEM_ABOUT_NOBODY', 'An item does not say whom it is about.', 'Choose the people of the enquiry whom it is about.'));
  }
  if (enquiry !== null && [...about, ...named].some((person) => !inEnquiry.has(person))) {
    found.push(reason('1.R14', 'PERSON_NOT_IN_ENQUIRY', 'The request is about somebody who is not in the enquiry.', 'Bring them into the enquiry with their capacity first.'));
  }
  if ([...about].some((person) => !named.has(person))) {
    found.push(reason('1.R14', 'PERSON_NOT_IDENTIFIED', 'An item is about somebody whom the request does not identify.', 'Say by what they may be identified.'));
  }
  if ([...named].some((person) => !about.has(person))) {
    found.push(reason('1.R14', 'PERSON_NOT_ASKED_ABOUT', 'The request identifies somebody about whom nothing is asked.', 'Leave them out: a request reveals no more than its questions need.'));
  }
  return found;
}

const checkIdentification = ({ people }: Asking, { enquiry }: AskingFacts): Reason[] => (enquiry === null ? [] : people.flatMap((person) => {
  const known = enquiry.people.find((each) => each.personId === person.personId);
  return known === undefined || Object.keys(identify(known.identification, person.identifyBy)).length > 0 ? []
    : [reason('1.R14', 'NOTHING_TO_IDENTIFY_BY', 'Somebody is identified by nothing that is known of them.', 'Choose a name, a birth or an NHS number that is known.')];
}));

function checkAddressee({ to }: Asking, { addressee, enquiry }: AskingFacts): Reason[] {
  if (addressee === null) return [reason('1.8', 'ADDRESSEE_UNKNOWN', 'There is no such organisation in the directory.', 'Choose one from the directory, or have it registered.')];
  const unit = to.unit ?? addressee.units.find((each) => each.receivesRequests)?.unitId ?? null;
  return [
    ...to.unit !== null && !addressee.units.some((each) => each.unitId === to.unit)
      ? [reason('1.8', 'UNIT_UNKNOWN', `${addressee.name} has no such unit.`, 'Choose one of its units, or none.')] : [],
    ...unit === null && addressee.usesHub
      ? [reason('1.8', 'NO_RECEIVING_UNIT', `${addressee.name} has no unit that receives requests.`, 'Choose one of its units.')] : [],
    ...unit !== null && unit === enquiry?.lead.unit ? [reason('1.8', 'ASKS_ITSELF', 'The request is addressed to the unit that asks.', 'Choose another unit.')] : [],
  ];
}

const text = (value: string, code: string, what: string): Reason[] =>
  (isBlank(value) ? [reason('1.R14', code, `The request does not say ${what}.`, 'Say it in a sentence or two.')] : []);

/** Every reason why this cannot be asked. */
export const checkAsking = (asking: Asking, facts: AskingFacts, everyItemAboutSomebody: boolean): Reason[] => [
  ...checkEnquiry(facts), ...checkBasis(asking, facts), ...checkItems(asking, facts, everyItemAboutSomebody), ...checkIdentification(asking, facts),
  ...checkAddressee(asking, facts),
  ...text(asking.reasons, 'REASONS_EMPTY', 'why it is made'), ...text(asking.whatAskingReveals, 'REVEALS_NOT_STATED', 'what asking reveals to the addressee'),
  ...asking.due !== null && asking.due <= facts.now
    ? [reason('0.R4', 'DUE_IN_PAST', 'The time by which an answer is wanted has passed.', 'Give a time in the future, or leave it to the urgency.')] : [],
];
