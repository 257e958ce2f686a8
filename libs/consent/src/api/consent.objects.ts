import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DataCategoryEnum, InstantScalar, NotSoughtReasonEnum, PartyObject, PurposeEnum, listEnum, pageType } from '@mash/graphql';
import { ConsentFormEnum, ConsentKindEnum, ConsentUseEnum, GiverBasisEnum, InformedItemEnum } from './consent.inputs.js';

export const ConsentStatusEnum = listEnum('ConsentStatus', 'How a consent stands.', ['GIVEN', 'INVALID', 'WITHDRAWN', 'REFUSED', 'NOT_SOUGHT'] as const);

@ObjectType('ConsentReliance', { description: 'A disclosure that rests on the consent.' })
export class RelianceObject {
  @Field(() => ID, { description: 'The disclosure.' }) readonly disclosureId: string;
  @Field(() => [ID], { description: 'Its items that do.' }) readonly items: string[];
  @Field(() => PartyObject, { description: 'Who disclosed.' }) readonly sender: PartyObject;
  @Field(() => ID, { description: 'The organisation that received it.' }) readonly recipient: string;
}

@ObjectType('ConsentWithdrawal', { description: 'That the giver withdrew.' })
export class WithdrawalObject {
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
  @Field(() => PartyObject, { description: 'To whom it was told.' }) readonly reportedBy: PartyObject;
  @Field(() => String, { nullable: true, description: 'What they said.' }) readonly words: string | null;
}

@ObjectType('Consent', { description: 'A consent, a refusal, or that nobody was asked.' })
export class ConsentObject {
  @Field(() => ID, { description: 'The consent.' }) readonly id: string;
  @Field(() => ID, { description: 'The enquiry it belongs to.' }) readonly enquiryId: string;
  @Field(() => ConsentStatusEnum, { description: 'How it stands.' }) readonly status: string;
  @Field(() => ID, { description: 'Whose consent it is or would be.' }) readonly giver: string;
  @Field(() => String, { nullable: true, description: 'Their name.' }) readonly giverName: string | null;
  @Field(() => [ID], { description: 'Whose information it is about.' }) readonly about: string[];
  @Field(() => PartyObject, { description: 'The unit that obtained it, or asked.' }) readonly obtainedBy: PartyObject;
  @Field(() => [PartyObject], { description: 'Other units that may rely on it.' }) readonly mayBeReliedOnBy: PartyObject[];
  @Field(() => GiverBasisEnum, { nullable: true, description: 'On what footing it was given.' }) readonly giverBasis: string | null;
  @Field(() => [ConsentUseEnum], { description: 'What is agreed to.' }) readonly uses: string[];
  @Field(() => ConsentKindEnum, { nullable: true, description: 'Ordinary or explicit.' }) readonly kind: string | null;
  @Field(() => ConsentFormEnum, { nullable: true, description: 'How it was given.' }) readonly form: string | null;
  @Field(() => [PurposeEnum], { description: 'What for.' }) readonly purposes: string[];
  @Field(() => [DataCategoryEnum], { description: 'Which records.' }) readonly categories: string[];
  @Field(() => [ID], { description: 'Which organisations may receive it.' }) readonly recipients: string[];
  @Field(() => [InformedItemEnum], { description: 'What the person was told.' }) readonly informed: string[];
  @Field(() => String, { nullable: true, description: 'The version of the notice they were given.' }) readonly noticeVersion: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was given or refused.' }) readonly at: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When to look at it again.' }) readonly reviewDue: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it ends by itself.' }) readonly expires: string | null;
  @Field(() => String, { nullable: true, description: 'What they said or signed, or why they were not asked.' }) readonly words: string | null;
  @Field(() => [String], { description: 'Numbers of the rules that make it invalid; nobody may rely on it then.' }) readonly invalidBecause: string[];
  @Field(() => NotSoughtReasonEnum, { nullable: true, description: 'Why nobody was asked.' }) readonly notSoughtReason: string | null;
  @Field(() => [RelianceObject], { description: 'What rests on it.' }) readonly reliances: RelianceObject[];
  @Field(() => WithdrawalObject, { nullable: true, description: 'The withdrawal.' }) readonly withdrawal: WithdrawalObject | null;
}

export const ConsentPage = pageType('Consent', ConsentObject);
