import type { ConsentEvent, ConsentStanding } from '@mash/consent-events';
import { consentFacts } from '@mash/consent-events';
import type { ConsentId, Decider, EnquiryId, Instant, Party, PersonId, Personal, Reason } from '@mash/kernel';
import { enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';
import { NOT_SOUGHT_REASONS, checkNotSought, isCodeOf } from '@mash/law';

/** Whose consent it would have been, and who records how it went. */
interface WithoutConsent {
  readonly consentId: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly giver: PersonId;
  readonly giverName: string;
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly words: string;
}

/** Somebody was asked, and said no: a refusal stays a refusal, whatever is decided later (3.6). */
export interface RecordRefusalCommand extends WithoutConsent {
  readonly at: Instant;
}

/** Nobody was asked, for a listed reason. `reason` comes from outside and may be anything. */
export interface RecordNotSoughtCommand extends WithoutConsent {
  readonly reason: string;
}

const already = (state: ConsentStanding | null): readonly Reason[] =>
  (state === null ? [] : [reason('3.4', 'ALREADY_RECORDED', 'This is recorded already.', 'Record a new one.')]);

const sealed = (command: WithoutConsent): { readonly giverName: Personal<string>; readonly words: Personal<string> } => {
  const held = heldBy(enquiryFile(command.enquiryId), command.obtainedBy.organisation);
  return {
    giverName: personal(`consent:${command.consentId}:giver`, held, command.giverName),
    words: personal(`consent:${command.consentId}:words`, held, command.words),
  };
};

export const recordingRefusal: Decider<RecordRefusalCommand, ConsentStanding | null, ConsentEvent, { readonly now: Instant }> = {
  ...consentFacts,
  decide(command, state, { now }) {
    const { consentId, enquiryId, giver, about, obtainedBy, at } = command;
    rejectIf([
      ...already(state),
      ...at <= now ? [] : [reason('0.R1', 'REFUSED_IN_FUTURE', 'A refusal cannot lie in the future.', 'Give the time at which it was given.')],
    ]);
    return [{ type: 'ConsentRefused', schema: 1, data: { consentId, enquiryId, giver, about, obtainedBy, at, ...sealed(command) } }];
  },
};

export const recordingNotSought: Decider<RecordNotSoughtCommand, ConsentStanding | null, ConsentEvent, null> = {
  ...consentFacts,
  decide(command, state) {
    const { consentId, enquiryId, giver, about, obtainedBy, reason: code } = command;
    rejectIf([...already(state), ...checkNotSought({ code, text: command.words })]);
    if (!isCodeOf(NOT_SOUGHT_REASONS, code)) return [];
    return [{ type: 'ConsentNotSought', schema: 1, data: { consentId, enquiryId, giver, about, obtainedBy, reason: code, ...sealed(command) } }];
  },
};
