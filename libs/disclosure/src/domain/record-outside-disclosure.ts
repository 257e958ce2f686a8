import type { DataCategory } from '@mash/consent-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type { DisclosureEvent, DisclosureFacts } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { Decider, EnquiryId, Instant, ItemId, Reason } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import type { ConsentPositionCode } from '@mash/law';
import type { RequestFacts } from '@mash/request-events';
import type { ReadyItem } from './as-made.js';
import { asMade } from './as-made.js';
import { formReasons } from './check-form.js';
import type { DisclosureForm, StatementForm } from './disclosure-form.js';

/** Enter what somebody without the hub told the unit, by telephone, post, e-mail or in person. */
export interface RecordOutsideCommand extends DisclosureForm {
  readonly enquiryId: EnquiryId | null;
  readonly items: readonly (StatementForm & {
    readonly requestItemId: ItemId | null; readonly category: DataCategory; readonly confidential: boolean; readonly specialCategory: boolean;
    readonly criminalOffence: boolean; readonly consentPosition: ConsentPositionCode;
  })[];
}

export interface RecordOutsideFacts {
  readonly now: Instant;
  readonly request: RequestFacts | null;
  readonly other: OrganisationFacts | null;
}

const notWhoWasAsked = (command: RecordOutsideCommand, request: RequestFacts | null): readonly Reason[] =>
  (request === null || request.to.organisation === command.sender.organisation ? [] : [reason('2.R18', 'ANSWERED_BY_ANOTHER',
    'Another body answered than the one that was asked.', 'Ask that body itself.')]);

/** What happened, happened: it is recorded whatever it broke, and says which rules those were (0.R6). */
export const recordingOutside: Decider<RecordOutsideCommand, DisclosureFacts | null, DisclosureEvent, RecordOutsideFacts> = {
  ...disclosureFacts,
  decide(command, state, { now, request, other }) {
    rejectIf([
      ...state === null ? [] : [reason('5.1', 'ALREADY_DISCLOSED', 'This is recorded already.', 'Record a new one.')],
      ...command.occurredAt <= now ? [] : [reason('0.R1', 'DISCLOSED_IN_FUTURE', 'What is still to come cannot be recorded as done.', 'Give the time at which it happened.')],
      ...command.items.length > 0 && command.items.every((item) => item.about.length > 0) ? [] : [reason('5.1', 'ABOUT_NOBODY',
        'There is nothing to record, or an item does not say whom it is about.', 'Write what was said, and about whom.')],
    ]);
    const items = command.items.map(({ requestItemId, category, confidential, specialCategory, criminalOffence, consentPosition, ...form }): ReadyItem => ({
      form, originator: command.sender.organisation,
      inherited: { requestItemId, category, confidential, specialCategory, criminalOffence, consentPosition, basis: null, consentId: null, drawnFrom: null },
    }));
    const broken = [
      ...formReasons(command, command.items, {
        now, other, confidential: command.items.some((item) => item.confidential), consentPositions: command.items.map((item) => item.consentPosition),
      }),
      ...notWhoWasAsked(command, request),
    ];
    return [asMade(command, items, {
      kind: request === null ? 'OWN_INITIATIVE' : 'ANSWER', recordedAt: now, decisionId: null, requestId: request?.requestId ?? null,
      enquiryId: request?.enquiryId ?? command.enquiryId, parentId: null, useLimitation: request?.statutory ? request.purpose : null,
      irregular: [...new Set(broken.map((each) => each.rule))],
    })];
  },
};
