import type { DecidedRecipient } from '@mash/decision-events';
import type { Party, PersonId, Reason } from '@mash/kernel';
import { reason, sameParty } from '@mash/kernel';
import type { Telling } from '@mash/law';
import { checkQuality, checkTelling, checkWeighing, isBlank } from '@mash/law';
import type { DecideSharingCommand, DecideSharingFacts, TellingDecided } from './decide-sharing.js';

const answersWhom = (recipient: DecidedRecipient, parties: readonly Party[]): boolean => parties.some((party) =>
  party.organisation === recipient.organisation && (recipient.unit === null || recipient.unit === party.unit));

/** Answer only whoever asked, or whom a statutory request names, and only for their purpose (2.R18). */
const withinRequest = ({ purpose, recipients }: DecideSharingCommand, { asked }: DecideSharingFacts): readonly Reason[] => {
  if (asked === null) return [];
  return [
    ...purpose === asked.purpose ? [] : [reason('2.R18', 'OTHER_PURPOSE', 'The request was made for another purpose.', 'Answer it for its own purpose, or decide on your own initiative.')],
    ...recipients.every((each) => answersWhom(each, [asked.from, ...(asked.statutory?.recipients ?? []).map((each) => each.party)])) ? [] : [reason('2.R18', 'OTHER_RECIPIENT',
      'A recipient neither asked nor is named in the request.', 'Answer whoever asked; decide on others on your own initiative.')],
  ];
};

/** A new decision replaces one of the same unit's own, on the same request (2.R8). */
const superseding = (command: DecideSharingCommand, { earlier, asked }: DecideSharingFacts): readonly Reason[] => {
  if (command.supersedes === null) return [];
  const fits = earlier !== null && sameParty(earlier.by, command.by) && earlier.requestId === (asked?.requestId ?? null)
    && (earlier.supersededBy === null || earlier.supersededBy === command.decisionId);
  return fits ? [] : [reason('2.R8', 'NOTHING_TO_REOPEN', 'The decision named is not one that this one can replace.', 'Name your own latest decision on the same request.')];
};

const asTelling = ({ personId: person, kind, toldAt, due, exception, reasons }: TellingDecided): readonly Telling[] => {
  switch (kind) {
    case 'TOLD_BEFORE': return toldAt === null ? [] : [{ person, kind, toldAt }];
    case 'TOLD_AFTER': return due === null ? [] : [{ person, kind, due }];
    case 'NOT_TOLD': return [{ person, kind, exception: exception ?? '', reasons }];
  }
};

/** Each person concerned in what is shared, exactly once: told, to be told by a time, or not told and why (2.R9). */
const telling = (command: DecideSharingCommand, { now }: DecideSharingFacts): readonly Reason[] => {
  const concerned = [...new Set(command.items.filter((item) => item.share).flatMap((item) => item.about))];
  const named = command.telling.map((each) => each.personId);
  const twice = new Set<PersonId>(named.filter((person, index) => named.indexOf(person) !== index));
  return [
    ...checkTelling(command.telling.flatMap(asTelling), concerned, now),
    ...twice.size === 0 ? [] : [reason('2.R9', 'TELLING_DECIDED_TWICE', 'Two things were decided about telling the same person.', 'Decide once for each person.')],
  ];
};

const sharing = (command: DecideSharingCommand, facts: DecideSharingFacts): readonly Reason[] => {
  if (!command.items.some((item) => item.share)) return [];
  return [
    ...telling(command, facts),
    ...checkQuality(Object.fromEntries(command.quality.map((test) => [test, true]))),
    ...command.recipients.length > 0 ? [] : [reason('2.R1', 'NO_RECIPIENT', 'The decision to share does not say with whom.', 'Name every recipient.')],
  ];
};

/** Every reason that concerns the decision as a whole. */
export const wholeReasons = (command: DecideSharingCommand, facts: DecideSharingFacts): readonly Reason[] => [
  ...isBlank(command.reasons) ? [reason('2.R2', 'DECISION_WITHOUT_REASONS', 'The decision has no reasons; both ways need them.', 'Say why, whichever way it goes.')] : [],
  ...command.items.length > 0 ? [] : [reason('2.7', 'NOTHING_TO_DECIDE', 'The decision is about nothing.', 'Name at least one item.')],
  ...checkWeighing({
    harmIfShared: command.weighing.ifShared, harmIfNotShared: command.weighing.ifNotShared,
    // The balance is the reasons of the decision, whose absence is said above.
    whyNecessaryAndProportionate: isBlank(command.reasons) ? '-' : command.reasons,
  }),
  ...withinRequest(command, facts),
  ...superseding(command, facts),
  ...sharing(command, facts),
];
