import { Field, InputType, Int } from '@nestjs/graphql';
import {
  CapacityEnum, DateScalar, InstantScalar, ItemNatureEnum, LawfulBasisInput, NotToldExceptionEnum, ShortTextScalar, TextScalar,
  TransparencyEnum, UuidScalar,
} from '@mash/graphql';
import type { Instant, OrganisationId, UnitId } from '@mash/kernel';
import type { EnquiryCapacityCode, ItemNatureCode, TransparencyCode } from '@mash/law';

@InputType({ description: 'Somebody the concern is about, as far as the sender knows them.' })
export class ConcernPersonInput {
  @Field(() => CapacityEnum, { description: 'What they are in the concern.' }) readonly capacity: EnquiryCapacityCode;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Given name, if known.' }) readonly givenName: string | null;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Family name, if known.' }) readonly familyName: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of birth, if known.' }) readonly dateOfBirth: string | null;
  @Field(() => TransparencyEnum, { description: 'How they are told of the concern.' }) readonly telling: TransparencyCode;
  @Field(() => InstantScalar, { nullable: true, description: 'When they were told, or are to be told by.' }) readonly tellingAt: Instant | null;
  @Field(() => NotToldExceptionEnum, { nullable: true, description: 'Why they are not told: one of the three exceptions.' }) readonly notToldException: string | null;
  @Field(() => TextScalar, { description: 'The reasons for telling or not telling.' }) readonly tellingReasons: string;
}

@InputType({ description: 'One statement of the concern: fact apart from opinion.' })
export class ConcernStatementInput {
  @Field(() => ItemNatureEnum, { description: 'Fact, opinion, allegation or intelligence.' }) readonly nature: ItemNatureCode;
  @Field(() => TextScalar, { description: 'What is stated.' }) readonly statement: string;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Whose opinion it is.' }) readonly opinionHolder: string | null;
  @Field(() => [Int], { description: 'Whom it is about: their places in `people`, from 0.' }) readonly about: number[];
}

@InputType({ description: 'Send a concern to a hub. It is itself a decision to share, and a disclosure.' })
export class SendConcernInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'The organisation that runs the hub.' }) readonly hubOrganisation: OrganisationId;
  @Field(() => UuidScalar, { description: 'The hub\'s unit.' }) readonly hubUnit: UnitId;
  @Field(() => [ConcernPersonInput], { description: 'Whom it is about.' }) readonly people: ConcernPersonInput[];
  @Field(() => [ConcernStatementInput], { description: 'What is known and what is thought.' }) readonly statements: ConcernStatementInput[];
  @Field(() => LawfulBasisInput, { description: 'The lawful basis that your agency relies on.' }) readonly basis: LawfulBasisInput;
  @Field({ description: 'It says something of health, beliefs, ethnicity or sex life.' }) readonly specialCategory: boolean;
  @Field(() => TextScalar, { description: 'Why it is shared.' }) readonly reasons: string;
  @Field(() => TextScalar, { description: 'What might happen if it is shared.' }) readonly harmIfShared: string;
  @Field(() => TextScalar, { description: 'What might happen if it is not.' }) readonly harmIfNotShared: string;
}
