import { Field, InputType } from '@nestjs/graphql';
import {
  ConsentPositionEnum, InstantScalar, LawfulBasisInput, NotSoughtReasonEnum, PurposeEnum, ShortTextScalar, TextScalar, UrgencyEnum, UuidScalar,
} from '@mash/graphql';
import type { ArrangementId, EnquiryId, Instant, OrganisationId, PersonId, PractitionerId, UnitId } from '@mash/kernel';
import type {
  ConsentPositionCode, NotSoughtReasonCode, PurposeFunctionCode, RecipientTypeCode, SharingPurposeCode, StatutoryPowerCode, UrgencyCode,
} from '@mash/law';
import type { Identifier } from '../domain/asking.js';
import { IdentifierEnum, PurposeFunctionEnum, RecipientTypeEnum, StatutoryPowerEnum } from './request.enums.js';

@InputType({ description: 'Who is asked.' })
export class AddresseeInput {
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisation: OrganisationId;
  @Field(() => UuidScalar, { nullable: true, description: 'The unit; left out, wherever that organisation receives requests.' }) readonly unit: UnitId | null;
}

@InputType({ description: 'One question.' })
export class RequestItemInput {
  @Field(() => [UuidScalar], { description: 'The people of the enquiry whom it is about.' }) readonly about: PersonId[];
  @Field(() => TextScalar, { description: 'What is asked.' }) readonly question: string;
  @Field(() => TextScalar, { description: 'Why it is asked.' }) readonly why: string;
  @Field(() => ShortTextScalar, { nullable: true, description: 'The time it is asked about.' }) readonly period: string | null;
}

@InputType({ description: 'Somebody asked about.' })
export class PersonAskedAboutInput {
  @Field(() => UuidScalar, { description: 'The person.' }) readonly personId: PersonId;
  @Field(() => [IdentifierEnum], { defaultValue: ['NAME', 'BIRTH'], description: 'By what the addressee may identify them.' }) readonly identifyBy: Identifier[];
}

/** What every request says, with a statutory power or without. */
@InputType({ isAbstract: true })
export abstract class AskingFields {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The enquiry that your unit leads.' }) readonly enquiryId: EnquiryId;
  @Field(() => AddresseeInput, { description: 'Who is asked.' }) readonly to: AddresseeInput;
  @Field(() => [RequestItemInput], { description: 'What is asked, item by item.' }) readonly items: RequestItemInput[];
  @Field(() => [PersonAskedAboutInput], { description: 'Whom it is about, and by what they may be identified: no more than the questions need.' }) readonly people: PersonAskedAboutInput[];
  @Field(() => TextScalar, { description: 'Why you ask.' }) readonly reasons: string;
  @Field(() => LawfulBasisInput, { description: 'Your own agency\'s lawful basis for asking.' }) readonly basis: LawfulBasisInput;
  @Field(() => TextScalar, { nullable: true, description: 'The task that the law gives your agency: a charity may rely on it.' }) readonly publicTask: string | null;
  @Field(() => TextScalar, { description: 'What asking gives away to the addressee.' }) readonly whatAskingReveals: string;
  @Field(() => ConsentPositionEnum, { description: 'Where consent stands.' }) readonly consentPosition: ConsentPositionCode;
  @Field(() => NotSoughtReasonEnum, { nullable: true, description: 'Why consent was not sought, where the basis needs a reason.' }) readonly notSoughtReason: NotSoughtReasonCode | null;
  @Field({ description: 'What is asked for includes health or another special category.' }) readonly specialCategory: boolean;
  @Field({ description: 'What is asked for is about offences.' }) readonly criminalOffence: boolean;
  @Field(() => UrgencyEnum, { description: 'How soon an answer is wanted.' }) readonly urgency: UrgencyCode;
  @Field(() => InstantScalar, { nullable: true, description: 'By when; left out, it follows from the urgency. Requested, and not a legal deadline.' }) readonly due: Instant | null;
}

@InputType({ description: 'Ask another agency for information.' })
export class RequestInformationInput extends AskingFields {
  @Field(() => PurposeEnum, { description: 'What it is for.' }) readonly purpose: SharingPurposeCode;
}

@InputType({ description: 'What the guidance asks of every statutory request. What is left out is refused by the number of its rule.' })
export class StatutoryTextsInput {
  @Field(() => TextScalar, { nullable: true, description: 'The purpose.' }) readonly purpose: string | null;
  @Field(() => TextScalar, { nullable: true, description: 'Why the information is needed.' }) readonly whyNeeded: string | null;
  @Field(() => TextScalar, { nullable: true, description: 'Why it is necessary.' }) readonly necessity: string | null;
  @Field(() => TextScalar, { nullable: true, description: 'Why it is proportionate.' }) readonly proportionality: string | null;
  @Field(() => TextScalar, { nullable: true, description: 'How the burden on the addressee was considered.' }) readonly burdenConsidered: string | null;
  @Field(() => TextScalar, { nullable: true, description: 'Only for one child under section 16E: how that serves the arrangements.' }) readonly howS16EServed: string | null;
}

@InputType({ description: 'Who is to receive the answer.' })
export class RequestRecipientInput {
  @Field(() => RecipientTypeEnum, { description: 'What they are to the request.' }) readonly kind: RecipientTypeCode;
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisation: OrganisationId;
  @Field(() => UuidScalar, { description: 'The unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { nullable: true, description: 'The person, for example the reviewer.' }) readonly practitionerId: PractitionerId | null;
  @Field(() => TextScalar, { nullable: true, description: 'For another body: why it needs the answer.' }) readonly reason: string | null;
}

@InputType({ description: 'Issue a request on a statutory power, as a delegated signatory.' })
export class IssueStatutoryRequestInput extends AskingFields {
  @Field(() => StatutoryPowerEnum, { description: 'The power.' }) readonly power: StatutoryPowerCode;
  @Field(() => PurposeFunctionEnum, { description: 'The function that it serves.' }) readonly statutoryFunction: PurposeFunctionCode;
  @Field(() => UuidScalar, { description: 'The arrangement in which your organisation is a partner.' }) readonly arrangementId: ArrangementId;
  @Field(() => StatutoryTextsInput, { description: 'What the guidance asks for.' }) readonly texts: StatutoryTextsInput;
  @Field(() => [RequestRecipientInput], { description: 'Who is to receive the answer.' }) readonly recipients: RequestRecipientInput[];
}
