import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  CapacityEnum, ConsentPositionEnum, IdentificationObject, InstantScalar, LawfulBasisObject, NotSoughtReasonEnum, PartyObject, PurposeEnum, SharingMethodEnum,
  UrgencyEnum, pageType,
} from '@mash/graphql';
import { AnswerKindEnum, DisputeReasonEnum, PurposeFunctionEnum, RecipientTypeEnum, SideEnum, StatutoryPowerEnum } from './request.enums.js';

@ObjectType('ItemAnswer', { description: 'The answer to one item.' })
export class ItemAnswerObject {
  @Field(() => AnswerKindEnum, { description: 'What was answered; NO_REPLY when the time passed without an answer.' }) readonly kind: string;
  @Field(() => InstantScalar, { description: 'When it was recorded.' }) readonly at: string;
  @Field(() => SharingMethodEnum, { nullable: true, description: 'How it came.' }) readonly method: string | null;
  @Field(() => PartyObject, { nullable: true, description: 'Who recorded it.' }) readonly recordedBy: PartyObject | null;
  @Field(() => ID, { nullable: true, description: 'The disclosure that shared something.' }) readonly disclosureId: string | null;
  @Field(() => ID, { nullable: true, description: 'The decision behind it.' }) readonly decisionId: string | null;
  @Field(() => [String], { nullable: true, description: 'For nothing known: what was searched.' }) readonly systemsSearched: string[] | null;
  @Field(() => String, { nullable: true, description: 'What was said, for example why something is not shared.' }) readonly told: string | null;
}

@ObjectType('RequestItem', { description: 'One question about named people.' })
export class RequestItemObject {
  @Field(() => ID, { description: 'The item.' }) readonly itemId: string;
  @Field(() => [ID], { description: 'Whom it is about.' }) readonly about: string[];
  @Field(() => String, { nullable: true, description: 'What is asked.' }) readonly question: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is asked.' }) readonly why: string | null;
  @Field(() => String, { nullable: true, description: 'The time it is asked about.' }) readonly period: string | null;
  @Field(() => ItemAnswerObject, { nullable: true, description: 'The answer; null while there is none.' }) readonly answer: ItemAnswerObject | null;
}

@ObjectType('PersonAskedAbout', { description: 'Somebody asked about, with no more of who they are than the request says.' })
export class PersonAskedAboutObject {
  @Field(() => ID, { description: 'The person.' }) readonly personId: string;
  @Field(() => CapacityEnum, { description: 'What they are in the enquiry.' }) readonly capacity: string;
  @Field(() => IdentificationObject, { nullable: true, description: 'By what they may be identified.' }) readonly identification: IdentificationObject | null;
}

@ObjectType('StatutoryTexts', { description: 'What the partner wrote to use the power.' })
export class StatutoryTextsObject {
  @Field({ description: 'The purpose.' }) readonly purpose: string;
  @Field({ description: 'Why the information is needed.' }) readonly whyNeeded: string;
  @Field({ description: 'Why it is necessary.' }) readonly necessity: string;
  @Field({ description: 'Why it is proportionate.' }) readonly proportionality: string;
  @Field({ description: 'How the burden was considered.' }) readonly burdenConsidered: string;
  @Field(() => String, { nullable: true, description: 'How a request about one child serves the arrangements.' }) readonly howS16EServed: string | null;
}

@ObjectType('RequestRecipient', { description: 'Who is to receive the answer.' })
export class RequestRecipientObject {
  @Field(() => RecipientTypeEnum, { description: 'What they are to the request.' }) readonly kind: string;
  @Field(() => PartyObject, { description: 'The unit.' }) readonly party: PartyObject;
  @Field(() => ID, { nullable: true, description: 'The person.' }) readonly practitionerId: string | null;
  @Field(() => String, { nullable: true, description: 'Why another body needs it.' }) readonly reason: string | null;
}

@ObjectType('StatutoryPart', { description: 'What makes a request a statutory one.' })
export class StatutoryPartObject {
  @Field(() => StatutoryPowerEnum, { description: 'The power.' }) readonly power: string;
  @Field(() => PurposeFunctionEnum, { description: 'The function that it serves.' }) readonly statutoryFunction: string;
  @Field(() => ID, { description: 'The arrangement.' }) readonly arrangementId: string;
  @Field(() => ID, { description: 'Who issued it.' }) readonly signatory: string;
  @Field({ description: 'Where the delegation is written down.' }) readonly authorityReference: string;
  @Field(() => StatutoryTextsObject, { nullable: true, description: 'What the partner wrote.' }) readonly texts: StatutoryTextsObject | null;
  @Field(() => [RequestRecipientObject], { description: 'Who is to receive the answer.' }) readonly recipients: RequestRecipientObject[];
}

@ObjectType('RequestDispute', { description: 'The addressee disputes the request; the duty stays open.' })
export class RequestDisputeObject {
  @Field(() => DisputeReasonEnum, { description: 'Why.' }) readonly reason: string;
  @Field(() => String, { nullable: true, description: 'In their words.' }) readonly words: string | null;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
}

@ObjectType('InformationRequest', { description: 'A request for information, as your side of it sees it.' })
export class RequestObject {
  @Field(() => ID, { description: 'The request.' }) readonly id: string;
  @Field(() => SideEnum, { description: 'On which side of it your unit is.' }) readonly side: string;
  @Field(() => ID, { description: 'The enquiry it was made under.' }) readonly enquiryId: string;
  @Field(() => PartyObject, { description: 'Who asks.' }) readonly from: PartyObject;
  @Field(() => PartyObject, { description: 'Who is asked.' }) readonly to: PartyObject;
  @Field(() => ID, { description: 'The practitioner who asked.' }) readonly askedBy: string;
  @Field(() => InstantScalar, { description: 'When.' }) readonly askedAt: string;
  @Field(() => [RequestItemObject], { description: 'What is asked.' }) readonly items: RequestItemObject[];
  @Field(() => [PersonAskedAboutObject], { description: 'Whom it is about.' }) readonly people: PersonAskedAboutObject[];
  @Field(() => PurposeEnum, { description: 'What it is for.' }) readonly purpose: string;
  @Field(() => String, { nullable: true, description: 'Why it is made.' }) readonly reasons: string | null;
  @Field(() => LawfulBasisObject, { description: 'The asker\'s own lawful basis.' }) readonly basis: LawfulBasisObject;
  @Field(() => String, { nullable: true, description: 'The asker\'s public task, in words that a charity can rely on.' }) readonly publicTask: string | null;
  @Field(() => String, { nullable: true, description: 'What asking gives away; shown to the asker only.' }) readonly whatAskingReveals: string | null;
  @Field(() => ConsentPositionEnum, { description: 'Where consent stands.' }) readonly consentPosition: string;
  @Field(() => NotSoughtReasonEnum, { nullable: true, description: 'Why consent was not sought.' }) readonly notSoughtReason: string | null;
  @Field({ description: 'It asks for information of a special category.' }) readonly specialCategory: boolean;
  @Field({ description: 'It asks for information about offences.' }) readonly criminalOffence: boolean;
  @Field(() => UrgencyEnum, { description: 'How soon an answer is wanted.' }) readonly urgency: string;
  @Field(() => InstantScalar, { description: 'Requested by: the law sets no period.' }) readonly due: string;
  @Field({ description: 'The time passed without a full answer.' }) readonly overdue: boolean;
  @Field(() => RequestDisputeObject, { nullable: true, description: 'The dispute recorded last.' }) readonly dispute: RequestDisputeObject | null;
  @Field(() => ID, { nullable: true, description: 'Who has it in hand at the addressee.' }) readonly worker: string | null;
  @Field(() => StatutoryPartObject, { nullable: true, description: 'The power behind it; null for an ordinary request.' }) readonly statutory: StatutoryPartObject | null;
}

export const RequestPage = pageType('InformationRequest', RequestObject);
