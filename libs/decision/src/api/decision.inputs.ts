import { Field, InputType } from '@nestjs/graphql';
import type { DataCategory } from '@mash/consent-events';
import {
  ConsentPositionEnum, DataCategoryEnum, InstantScalar, LawfulBasisInput, NotSoughtReasonEnum, NotToldExceptionEnum, PurposeEnum, ShortTextScalar,
  TextScalar, TransparencyEnum, UuidScalar, codeEnum, listEnum, optional,
} from '@mash/graphql';
import type { ConsentId, DecisionId, DisclosureId, EnquiryId, Instant, ItemId, OrganisationId, PersonId, PractitionerId, RequestId, UnitId } from '@mash/kernel';
import { DECISION_QUESTIONS, DECISION_TRIGGERS, QUALITY_TESTS, QUESTION_ANSWERS, REASONS_NOT_ACCEPTED, REFUSAL_REASONS, SHARING_OUTCOMES } from '@mash/law';
import type { ConsentPositionCode, DecisionQuestionCode, QualityTestCode, QuestionAnswer, SharingPurposeCode, TransparencyCode } from '@mash/law';

export const DecisionQuestionEnum = codeEnum('DecisionQuestion', 'A question put before a decision to share.', DECISION_QUESTIONS);
export const QuestionAnswerEnum = codeEnum('QuestionAnswer', 'The answer to a question.', QUESTION_ANSWERS);
export const QualityTestEnum = codeEnum('QualityTest', 'What is asked of everything that is sent.', QUALITY_TESTS);
export const DecisionTriggerEnum = codeEnum('DecisionTrigger', 'What set a decision going.', DECISION_TRIGGERS);
export const SharingOutcomeEnum = codeEnum('SharingOutcome', 'Which way a decision went.', SHARING_OUTCOMES);
export const OwnTriggerEnum = listEnum('OwnDecisionTrigger', 'What set a decision going that no request asked for.', ['OWN_INITIATIVE', 'COURT_ORDER', 'EMERGENCY'] as const);
/** Those never accepted are on offer too: whoever names one is told why it does not count (2.R6, 2.R7). */
export const RefusalReasonEnum = codeEnum('RefusalReason', 'Why something is not shared. Some are heard often and never count.', { ...REFUSAL_REASONS, ...REASONS_NOT_ACCEPTED });

@InputType({ description: 'Whom the decision lets the information go to.' })
export class DecidedRecipientInput {
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisation: OrganisationId;
  @Field(() => UuidScalar, { ...optional, description: 'The unit; left out: any of the organisation.' }) readonly unit: UnitId | null;
  @Field(() => UuidScalar, { ...optional, description: 'The person; left out: any of the unit.' }) readonly practitioner: PractitionerId | null;
}

@InputType({ description: 'The answer to one of the questions.' })
export class QuestionAnsweredInput {
  @Field(() => DecisionQuestionEnum, { description: 'The question.' }) readonly question: DecisionQuestionCode;
  @Field(() => QuestionAnswerEnum, { description: 'Your answer.' }) readonly answer: QuestionAnswer;
  @Field(() => TextScalar, { ...optional, description: 'Why.' }) readonly reason: string | null;
}

@InputType({ description: 'Where a fact was drawn from.' })
export class DrawnFromInput {
  @Field(() => UuidScalar, { description: 'The disclosure that your unit received.' }) readonly disclosureId: DisclosureId;
  @Field(() => UuidScalar, { description: 'Its item.' }) readonly itemId: ItemId;
}

@InputType({ description: 'One item to decide on.' })
export class ItemToDecideInput {
  @Field(() => UuidScalar, { ...optional, description: 'The asked item that it answers.' }) readonly requestItemId: ItemId | null;
  @Field(() => [UuidScalar], { description: 'Whom it is about.' }) readonly about: PersonId[];
  @Field(() => DataCategoryEnum, { description: 'Whose kind of record it is.' }) readonly category: DataCategory;
  @Field({ description: 'Whether it is shared.' }) readonly share: boolean;
  @Field(() => TextScalar, { ...optional, description: 'Why, whichever way it goes; without reasons it is rejected (2.R2).' }) readonly reasons: string | null;
  @Field(() => [RefusalReasonEnum], { defaultValue: [], description: 'If not shared: the reasons that count.' }) readonly refusalReasons: string[];
  @Field(() => TextScalar, { ...optional, description: 'If not shared: what whoever asked is told.' }) readonly reasonsTold: string | null;
  @Field({ description: 'It was given in confidence.' }) readonly confidential: boolean;
  @Field({ description: 'It is of a special category, such as health.' }) readonly specialCategory: boolean;
  @Field({ description: 'It is about offences.' }) readonly criminalOffence: boolean;
  @Field(() => LawfulBasisInput, { ...optional, description: 'The lawful basis of your own agency.' }) readonly basis: LawfulBasisInput | null;
  @Field(() => ConsentPositionEnum, { description: 'How consent stands.' }) readonly consentPosition: ConsentPositionCode;
  @Field(() => UuidScalar, { ...optional, description: 'The consent, where one was given.' }) readonly consentId: ConsentId | null;
  @Field(() => NotSoughtReasonEnum, { ...optional, description: 'Where consent was not sought: why.' }) readonly notSoughtReason: string | null;
  @Field(() => TextScalar, { ...optional, description: 'What makes that reason true here.' }) readonly notSoughtFacts: string | null;
  @Field(() => DrawnFromInput, { ...optional, description: 'For a fact drawn from something received: from what.' }) readonly drawnFrom: DrawnFromInput | null;
  @Field(() => TextScalar, { ...optional, description: 'The exact words that may go on.' }) readonly wording: string | null;
}

@InputType({ description: 'How one person concerned is told, or why not.' })
export class TellingInput {
  @Field(() => UuidScalar, { description: 'The person.' }) readonly personId: PersonId;
  @Field(() => TransparencyEnum, { description: 'Told before, told after, or not told.' }) readonly kind: TransparencyCode;
  @Field(() => InstantScalar, { ...optional, description: 'When they were told.' }) readonly toldAt: Instant | null;
  @Field(() => InstantScalar, { ...optional, description: 'By when they are to be told.' }) readonly due: Instant | null;
  @Field(() => NotToldExceptionEnum, { ...optional, description: 'Which of the three exceptions applies.' }) readonly exception: string | null;
  @Field(() => TextScalar, { description: 'Why, or how.' }) readonly reasons: string;
}

@InputType('DecideSharingInput', { description: 'Decide whether to share, item by item. It is recorded in the same way whichever way it goes.' })
export class DecideSharingCommandInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form, so that sending it twice does it once.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { ...optional, description: 'The request that it answers; your unit must be the one asked.' }) readonly requestId: RequestId | null;
  @Field(() => UuidScalar, { ...optional, description: 'Without a request: your unit.' }) readonly unit: UnitId | null;
  @Field(() => OwnTriggerEnum, { defaultValue: 'OWN_INITIATIVE', description: 'Without a request: what set it going.' }) readonly trigger: 'OWN_INITIATIVE' | 'COURT_ORDER' | 'EMERGENCY';
  @Field(() => UuidScalar, { ...optional, description: 'Without a request: the enquiry it belongs to.' }) readonly enquiryId: EnquiryId | null;
  @Field(() => [DecidedRecipientInput], { defaultValue: [], description: 'Every recipient; for a request, left out: whoever asked.' }) readonly recipients: DecidedRecipientInput[];
  @Field(() => PurposeEnum, { description: 'What it is shared for.' }) readonly purpose: SharingPurposeCode;
  @Field(() => [UuidScalar], { defaultValue: [], description: 'Who under 18 or at risk is protected by sharing.' }) readonly protects: PersonId[];
  @Field(() => [QuestionAnsweredInput], { description: 'The questions, answered.' }) readonly answers: QuestionAnsweredInput[];
  @Field(() => [ItemToDecideInput], { description: 'What is decided on.' }) readonly items: ItemToDecideInput[];
  @Field(() => TextScalar, { ...optional, description: 'What may happen if it is shared.' }) readonly ifShared: string | null;
  @Field(() => TextScalar, { ...optional, description: 'What may happen if it is not.' }) readonly ifNotShared: string | null;
  @Field(() => [TellingInput], { defaultValue: [], description: 'For each person concerned in what is shared.' }) readonly telling: TellingInput[];
  @Field(() => [QualityTestEnum], { defaultValue: [], description: 'The tests that what is sent was found to pass.' }) readonly quality: QualityTestCode[];
  @Field(() => TextScalar, { ...optional, description: 'Advice sought, from whom, and what came of it.' }) readonly advice: string | null;
  @Field(() => TextScalar, { ...optional, description: 'The reasons for the decision; without them it is rejected (2.R2).' }) readonly reasons: string | null;
  @Field(() => UuidScalar, { ...optional, description: 'The decision that this one replaces, on new facts.' }) readonly supersedes: DecisionId | null;
}

@InputType({ description: 'The unit with which a refusal was discussed.' })
export class DiscussedWithInput {
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisation: OrganisationId;
  @Field(() => UuidScalar, { description: 'The unit.' }) readonly unit: UnitId;
}

@InputType({ description: 'Record that the reasons not to share were discussed.' })
export class RecordRefusalDiscussionInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The decision of your unit.' }) readonly decisionId: DecisionId;
  @Field(() => DiscussedWithInput, { ...optional, description: 'With whom; left out: with whoever asked.' }) readonly with: DiscussedWithInput | null;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: Instant;
  @Field(() => TextScalar, { description: 'What was said.' }) readonly notes: string;
}
