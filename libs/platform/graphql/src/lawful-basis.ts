import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { LawfulBasisSet } from '@mash/law';
import {
  Annex1Enum, Article10Enum, Article6Enum, Article9Enum, ConfidentialityBasisEnum, GatewayEnum, RegimeEnum, Schedule1Enum, Schedule8Enum,
} from './law-enums.js';

type Part<Name extends keyof LawfulBasisSet> = NonNullable<LawfulBasisSet[Name]>;

/** What a controller relies on, in codes only: free text about it belongs to the sealed reasons. */
@InputType({ description: 'The lawful basis that your agency relies on.' })
export class LawfulBasisInput {
  @Field(() => RegimeEnum, { description: 'Which part of data-protection law applies.' }) readonly regime: Part<'regime'>;
  @Field(() => Article6Enum, { nullable: true, description: 'Article 6 basis.' }) readonly article6: Part<'article6'> | null;
  @Field(() => [Annex1Enum], { nullable: true, description: 'Annex 1 condition, for a recognised legitimate interest.' }) readonly annex1Conditions: Part<'annex1Conditions'> | null;
  @Field(() => Article9Enum, { nullable: true, description: 'Article 9 condition, for special-category data.' }) readonly article9: Part<'article9'> | null;
  @Field(() => Schedule1Enum, { nullable: true, description: 'Schedule 1 condition.' }) readonly schedule1Condition: Part<'schedule1Condition'> | null;
  @Field(() => Article10Enum, { nullable: true, description: 'Article 10 condition, for criminal-offence data.' }) readonly article10Condition: Part<'article10Condition'> | null;
  @Field(() => Schedule8Enum, { nullable: true, description: 'Schedule 8 condition, for law enforcement.' }) readonly schedule8Condition: Part<'schedule8Condition'> | null;
  @Field(() => [GatewayEnum], { defaultValue: [], description: 'Statutory gateways.' }) readonly gateways: Part<'gateways'>;
  @Field(() => ConfidentialityBasisEnum, { nullable: true, description: 'What lifts the duty of confidence.' }) readonly confidentialityBasis: Part<'confidentialityBasis'> | null;
}

@ObjectType('LawfulBasis', { description: 'The lawful basis that an agency relied on.' })
export class LawfulBasisObject {
  @Field(() => RegimeEnum, { description: 'Which part of data-protection law applies.' }) readonly regime: string;
  @Field(() => Article6Enum, { nullable: true, description: 'Article 6 basis.' }) readonly article6: string | null;
  @Field(() => [Annex1Enum], { nullable: true, description: 'Annex 1 condition.' }) readonly annex1Conditions: string[] | null;
  @Field(() => Article9Enum, { nullable: true, description: 'Article 9 condition.' }) readonly article9: string | null;
  @Field(() => Schedule1Enum, { nullable: true, description: 'Schedule 1 condition.' }) readonly schedule1Condition: string | null;
  @Field(() => Article10Enum, { nullable: true, description: 'Article 10 condition.' }) readonly article10Condition: string | null;
  @Field(() => Schedule8Enum, { nullable: true, description: 'Schedule 8 condition.' }) readonly schedule8Condition: string | null;
  @Field(() => [GatewayEnum], { description: 'Statutory gateways.' }) readonly gateways: string[];
  @Field(() => ConfidentialityBasisEnum, { nullable: true, description: 'What lifted the duty of confidence.' }) readonly confidentialityBasis: string | null;
}

/** The law's form of what came in: absent where null, and nothing but codes. */
export const toLawfulBasis = (input: LawfulBasisInput): LawfulBasisSet => ({
  regime: input.regime, gateways: input.gateways, barsChecked: [],
  ...(input.article6 ? { article6: input.article6 } : {}),
  ...(input.annex1Conditions ? { annex1Conditions: input.annex1Conditions } : {}),
  ...(input.article9 ? { article9: input.article9 } : {}),
  ...(input.schedule1Condition ? { schedule1Condition: input.schedule1Condition } : {}),
  ...(input.article10Condition ? { article10Condition: input.article10Condition } : {}),
  ...(input.schedule8Condition ? { schedule8Condition: input.schedule8Condition } : {}),
  ...(input.confidentialityBasis ? { confidentialityBasis: input.confidentialityBasis } : {}),
});
