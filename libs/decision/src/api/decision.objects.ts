import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  ConsentPositionEnum, DataCategoryEnum, InstantScalar, LawfulBasisObject, NotSoughtReasonEnum, NotToldExceptionEnum, PartyObject, PurposeEnum,
  TransparencyEnum, pageType,
} from '@mash/graphql';
import { DecisionQuestionEnum, DecisionTriggerEnum, QualityTestEnum, QuestionAnswerEnum, RefusalReasonEnum, SharingOutcomeEnum } from './decision.inputs.js';

@ObjectType('DecidedRecipient', { description: 'Whom a decision lets the information go to.' })
export class DecidedRecipientObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly organisation: string;
  @Field(() => ID, { nullable: true, description: 'The unit; null for any.' }) readonly unit: string | null;
  @Field(() => ID, { nullable: true, description: 'The person; null for any of the unit.' }) readonly practitioner: string | null;
}

@ObjectType('QuestionAnswered', { description: 'A question, as it was answered.' })
export class QuestionAnsweredObject {
  @Field(() => DecisionQuestionEnum, { description: 'The question.' }) readonly question: string;
  @Field(() => QuestionAnswerEnum, { description: 'The answer.' }) readonly answer: string;
  @Field(() => String, { nullable: true, description: 'Why.' }) readonly reason: string | null;
}

@ObjectType('DecisionDrawnFrom', { description: 'Where a fact was drawn from.' })
export class DrawnFromObject {
  @Field(() => ID, { description: 'The disclosure received.' }) readonly disclosureId: string;
  @Field(() => ID, { description: 'Its item.' }) readonly itemId: string;
}

@ObjectType('DecidedItem', { description: 'What was decided of one item, and why.' })
export class DecidedItemObject {
  @Field(() => ID, { description: 'The item: a disclosure names it.' }) readonly itemId: string;
  @Field(() => ID, { nullable: true, description: 'The asked item that it answers.' }) readonly requestItemId: string | null;
  @Field(() => [ID], { description: 'Whom it is about.' }) readonly about: string[];
  @Field(() => DataCategoryEnum, { description: 'Whose kind of record it is.' }) readonly category: string;
  @Field({ description: 'Whether it is shared.' }) readonly share: boolean;
  @Field(() => String, { nullable: true, description: 'Why.' }) readonly reasons: string | null;
  @Field(() => [RefusalReasonEnum], { description: 'If not shared: on which reasons.' }) readonly refusalReasons: string[];
  @Field(() => String, { nullable: true, description: 'What whoever asked is told of the reasons.' }) readonly reasonsTold: string | null;
  @Field({ description: 'It was given in confidence.' }) readonly confidential: boolean;
  @Field({ description: 'It is of a special category.' }) readonly specialCategory: boolean;
  @Field({ description: 'It is about offences.' }) readonly criminalOffence: boolean;
  @Field(() => LawfulBasisObject, { nullable: true, description: 'The lawful basis.' }) readonly basis: LawfulBasisObject | null;
  @Field(() => ConsentPositionEnum, { description: 'How consent stood.' }) readonly consentPosition: string;
  @Field(() => ID, { nullable: true, description: 'The consent it rests on.' }) readonly consentId: string | null;
  @Field(() => NotSoughtReasonEnum, { nullable: true, description: 'Why consent was not sought.' }) readonly notSoughtReason: string | null;
  @Field(() => String, { nullable: true, description: 'What made that reason true.' }) readonly notSoughtFacts: string | null;
  @Field(() => DrawnFromObject, { nullable: true, description: 'From what it was drawn.' }) readonly drawnFrom: DrawnFromObject | null;
  @Field(() => String, { nullable: true, description: 'The words that may go on.' }) readonly wording: string | null;
}

@ObjectType('Weighing', { description: 'What may happen either way.' })
export class WeighingObject {
  @Field({ description: 'If it is shared.' }) readonly ifShared: string;
  @Field({ description: 'If it is not.' }) readonly ifNotShared: string;
}

@ObjectType('Telling', { description: 'How a person concerned is told, or why not.' })
export class TellingObject {
  @Field(() => ID, { description: 'The person.' }) readonly personId: string;
  @Field(() => TransparencyEnum, { description: 'Told before, told after, or not told.' }) readonly kind: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When they were told.' }) readonly toldAt: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'By when they are to be told.' }) readonly due: string | null;
  @Field(() => NotToldExceptionEnum, { nullable: true, description: 'The exception.' }) readonly exception: string | null;
  @Field(() => String, { nullable: true, description: 'Why, or how.' }) readonly reasons: string | null;
}

@ObjectType('RefusalDiscussion', { description: 'The reasons not to share were discussed.' })
export class RefusalDiscussionObject {
  @Field(() => PartyObject, { description: 'With whom.' }) readonly with: PartyObject;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
  @Field(() => ID, { description: 'Who recorded it.' }) readonly by: string;
  @Field(() => String, { nullable: true, description: 'What was said.' }) readonly notes: string | null;
}

@ObjectType('SharingDecision', { description: 'A decision of your unit whether to share.' })
export class DecisionObject {
  @Field(() => ID, { description: 'The decision.' }) readonly id: string;
  @Field(() => PartyObject, { description: 'The unit that decided.' }) readonly by: PartyObject;
  @Field(() => ID, { description: 'Who decided.' }) readonly decidedBy: string;
  @Field(() => InstantScalar, { description: 'When.' }) readonly decidedAt: string;
  @Field(() => DecisionTriggerEnum, { description: 'What set it going.' }) readonly trigger: string;
  @Field(() => ID, { nullable: true, description: 'The request that it answers.' }) readonly requestId: string | null;
  @Field(() => ID, { nullable: true, description: 'The enquiry it belongs to.' }) readonly enquiryId: string | null;
  @Field(() => PartyObject, { nullable: true, description: 'Who asked.' }) readonly requester: PartyObject | null;
  @Field(() => [DecidedRecipientObject], { description: 'To whom it may go.' }) readonly recipients: DecidedRecipientObject[];
  @Field(() => PurposeEnum, { description: 'What for.' }) readonly purpose: string;
  @Field(() => [ID], { description: 'Who is protected by sharing.' }) readonly protects: string[];
  @Field(() => [QuestionAnsweredObject], { description: 'The questions, answered.' }) readonly answers: QuestionAnsweredObject[];
  @Field(() => [DecidedItemObject], { description: 'What was decided, item by item.' }) readonly items: DecidedItemObject[];
  @Field(() => WeighingObject, { nullable: true, description: 'What may happen either way.' }) readonly weighing: WeighingObject | null;
  @Field(() => [TellingObject], { description: 'How each person concerned is told.' }) readonly telling: TellingObject[];
  @Field(() => [QualityTestEnum], { description: 'The tests that what is sent passed.' }) readonly quality: string[];
  @Field(() => String, { nullable: true, description: 'Advice sought, and what came of it.' }) readonly advice: string | null;
  @Field(() => SharingOutcomeEnum, { description: 'Which way it went.' }) readonly outcome: string;
  @Field(() => String, { nullable: true, description: 'The reasons.' }) readonly reasons: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision that this one replaced.' }) readonly supersedes: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision that replaced this one.' }) readonly supersededBy: string | null;
  @Field(() => [RefusalDiscussionObject], { description: 'With whom a refusal was discussed.' }) readonly discussions: RefusalDiscussionObject[];
}

export const DecisionPage = pageType('SharingDecision', DecisionObject);
