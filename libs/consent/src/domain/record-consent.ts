import type { ConsentEvent, ConsentRecorded, ConsentStanding, DataCategory, GiverEvidence } from '@mash/consent-events';
import { consentFacts } from '@mash/consent-events';
import type { ConsentId, Decider, EnquiryId, Instant, OrganisationId, Party, PersonId } from '@mash/kernel';
import { enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';
import type {
  ConsentFormCode, ConsentKindCode, ConsentRecord, ConsentUseCode, GiverBasisCode, InformedItemCode, Problem, SharingPurposeCode,
} from '@mash/law';
import { checkConsent, defaultReviewDay, instant, localDate, localDateOf } from '@mash/law';

/** Record what somebody agreed to, and what they were told before they did. */
export interface RecordConsentCommand {
  readonly consentId: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly giver: PersonId;
  readonly giverName: string;
  readonly giverBasis: GiverBasisCode;
  readonly giverEvidence: GiverEvidence;
  readonly uses: readonly ConsentUseCode[];
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly mayBeReliedOnBy: readonly Party[];
  readonly kind: ConsentKindCode;
  readonly form: ConsentFormCode;
  readonly purposes: readonly SharingPurposeCode[];
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly OrganisationId[];
  readonly informed: readonly InformedItemCode[];
  readonly noticeVersion: string;
  readonly givenAt: Instant;
  /** Null: the usual interval. */
  readonly reviewDue: Instant | null;
  readonly expires: Instant | null;
  readonly words: string;
}

/** A giver without standing gives no consent at all, and a review day is ours to correct: both are refused, not stored. */
const refusedOutright = new Set(['3.R1', '3.R9']);

const asRecord = (command: RecordConsentCommand): ConsentRecord => {
  const { parentalResponsibility, authority, assessment } = command.giverEvidence;
  return {
    uses: command.uses, giverBasis: command.giverBasis, kind: command.kind, form: command.form, purposes: command.purposes,
    dataCategories: command.categories, recipientOrgs: command.recipients, informedItems: command.informed,
    noticeVersion: command.noticeVersion, givenAt: command.givenAt,
    ...(parentalResponsibility === null ? {} : { prEvidence: { type: parentalResponsibility.type, date: localDate(parentalResponsibility.date) } }),
    ...(authority === null ? {} : { authorityEvidence: authority }),
    ...(assessment === null ? {} : { competenceAssessment: assessment }),
    ...(command.reviewDue === null ? {} : { reviewDueOn: localDateOf(command.reviewDue) }),
  };
};

const found = (command: RecordConsentCommand, now: Instant): readonly Problem[] => checkConsent(asRecord(command), {
  at: now,
  ...(command.giverEvidence.ageAtTime === null ? {} : { subjectAge: command.giverEvidence.ageAtTime }),
  specialCategory: command.categories.includes('HEALTH'), reliesOnArticle9a: command.uses.includes('DP_BASIS'),
});

const asData = (command: RecordConsentCommand, invalidBecause: readonly string[]): ConsentRecorded['data'] => {
  const {
    consentId, enquiryId, giver, giverBasis, uses, about, obtainedBy, mayBeReliedOnBy, kind, form, purposes, categories, recipients,
    informed, noticeVersion, givenAt, expires,
  } = command;
  const held = heldBy(enquiryFile(enquiryId), obtainedBy.organisation, ...mayBeReliedOnBy.map((party) => party.organisation));
  return {
    consentId, enquiryId, giver, giverBasis, uses, about, obtainedBy, mayBeReliedOnBy, kind, form, purposes, categories, recipients,
    informed, noticeVersion, givenAt, expires, invalidBecause,
    reviewDue: command.reviewDue ?? instant(`${defaultReviewDay(givenAt)}T00:00:00.000Z`),
    giverName: personal(`consent:${consentId}:giver`, held, command.giverName),
    giverEvidence: personal(`consent:${consentId}:evidence`, held, command.giverEvidence),
    words: personal(`consent:${consentId}:words`, held, command.words),
  };
};

/** An invalid consent is stored with the rules it breaks, so that nobody asks again in ignorance and nobody relies on it (3.R5). */
export const recordingConsent: Decider<RecordConsentCommand, ConsentStanding | null, ConsentEvent, { readonly now: Instant }> = {
  ...consentFacts,
  decide(command, state, { now }) {
    const problems = found(command, now);
    rejectIf([
      ...state === null ? [] : [reason('3.4', 'ALREADY_RECORDED', 'This consent is recorded already.', 'Record a new one.')],
      ...command.givenAt <= now ? [] : [reason('0.R1', 'GIVEN_IN_FUTURE', 'A consent cannot have been given in the future.', 'Give the time at which it was given.')],
      ...problems.filter((each) => refusedOutright.has(each.rule)),
    ]);
    const invalidBecause = [...new Set(problems.map((each) => each.rule))];
    return [{ type: 'ConsentRecorded', schema: 1, data: asData(command, invalidBecause) }];
  },
};
