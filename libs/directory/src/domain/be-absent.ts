import type { PractitionerEvent, PractitionerFacts } from '@mash/directory-events';
import { worksIn } from '@mash/directory-events';
import type { Decider, Instant, PractitionerId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import type { Practitioner } from './practitioner.js';
import { evolve, none } from './practitioner.js';

/** Say that somebody is away, and who covers: until they return their work shows to that colleague. */
export interface RecordAbsenceCommand {
  readonly practitionerId: PractitionerId;
  readonly from: Instant;
  readonly until: Instant;
  readonly coveredBy: PractitionerId;
}

export interface RecordAbsenceFacts {
  readonly now: Instant;
  /** The colleague who is to cover; null when there is no such person. */
  readonly cover: PractitionerFacts | null;
}

export interface EndAbsenceCommand {
  readonly practitionerId: PractitionerId;
}

const sharesUnit = (away: PractitionerFacts, cover: PractitionerFacts, at: Instant): boolean => away.posts.some((post) => {
  const unit = { organisation: post.organisationId, unit: post.unitId };
  return worksIn(away, unit, at) && worksIn(cover, unit, at);
});

export const recordingAbsence: Decider<RecordAbsenceCommand, Practitioner, PractitionerEvent, RecordAbsenceFacts> = {
  initial: none,
  evolve,
  decide({ practitionerId, from, until, coveredBy }, state, { now, cover }) {
    if (state === null) throw new NotFound();
    rejectIf([
      ...from < until && now < until ? [] : [reason('13.8', 'ABSENCE_OVER', 'The absence ends before it begins, or is over.', 'Give an end in the future.')],
      ...coveredBy !== practitionerId && cover !== null && sharesUnit(state, cover, from) ? [] : [reason('13.8', 'COVER_NOT_IN_UNIT',
        'Whoever covers must be a colleague in the same unit, because they will see the work.', 'Choose a colleague of the unit.')],
      ...cover?.absence && cover.absence.from < until && from < cover.absence.until ? [reason('13.8', 'COVER_IS_AWAY',
        'The colleague is away in that time too.', 'Choose a colleague who is there.')] : [],
    ]);
    return [{ type: 'AbsenceRecorded', schema: 1, data: { practitionerId, from, until, coveredBy } }];
  },
};

export const endingAbsence: Decider<EndAbsenceCommand, Practitioner, PractitionerEvent, { readonly now: Instant }> = {
  initial: none,
  evolve,
  decide({ practitionerId }, state, { now }) {
    if (state === null) throw new NotFound();
    return state.absence === null ? [] : [{ type: 'AbsenceEnded', schema: 1, data: { practitionerId, at: now } }];
  },
};
