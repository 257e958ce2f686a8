import { Field, InputType } from '@nestjs/graphql';
import { DateScalar, InstantScalar, ShortTextScalar, TextScalar, UuidScalar } from '@mash/graphql';
import type { Instant, PersonId, SearchId, UnitId } from '@mash/kernel';
import type { AddressRecorded, Birth, PersonDetails, Relation } from '@mash/person-events';
import { AddressKindEnum, BirthKindEnum, RelationEnum, SexEnum } from './person.enums.js';

@InputType({ description: 'Search for somebody: by a family name or an NHS number, and whatever else is known.' })
export class SearchPeopleInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Family name.' }) readonly familyName: string | null;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Given name.' }) readonly givenName: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day of birth.' }) readonly dateOfBirth: string | null;
  @Field(() => ShortTextScalar, { nullable: true, description: 'NHS number, with spaces or without.' }) readonly nhsNumber: string | null;
}

@InputType({ description: 'A birth that is known, estimated, expected or unknown.' })
export class BirthInput {
  @Field(() => BirthKindEnum, { description: 'What is known of it.' }) readonly kind: Birth['kind'];
  @Field(() => DateScalar, { nullable: true, description: 'The day, unless nothing is known.' }) readonly on: string | null;
}

@InputType({ description: 'Somebody whom the search found, and why they are somebody else.' })
export class NotTheSameInput {
  @Field(() => UuidScalar, { description: 'Who was found.' }) readonly personId: PersonId;
  @Field(() => TextScalar, { description: 'Why they are not the same.' }) readonly why: string;
}

@InputType({ description: 'Register somebody who was searched for and not found. Every part of who they are may be unknown.' })
export class RegisterPersonInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'Your search of the last 24 hours.' }) readonly searchId: SearchId;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Given name.' }) readonly givenName: string | null;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Family name.' }) readonly familyName: string | null;
  @Field(() => [ShortTextScalar], { defaultValue: [], description: 'Other names they are known by.' }) readonly alsoKnownAs: string[];
  @Field(() => BirthInput, { description: 'Birth.' }) readonly birth: BirthInput;
  @Field(() => SexEnum, { description: 'Sex as recorded.' }) readonly sex: PersonDetails['sex'];
  @Field(() => ShortTextScalar, { nullable: true, description: 'NHS number, if it is known.' }) readonly nhsNumber: string | null;
  @Field(() => TextScalar, { nullable: true, description: 'Address as first told; addresses with dates are recorded apart.' }) readonly address: string | null;
  @Field({ description: 'Let hub workers learn that you know this person, and whom to ring.' }) readonly existenceMarker: boolean;
  @Field(() => [NotTheSameInput], { defaultValue: [], description: 'Each near match, and why it is somebody else.' }) readonly notTheSameAs: NotTheSameInput[];
}

@InputType({ description: 'Say how one person is related to another.' })
export class RelatePeopleInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'Who.' }) readonly personId: PersonId;
  @Field(() => RelationEnum, { description: 'Is what.' }) readonly relation: Relation;
  @Field(() => UuidScalar, { description: 'Of whom.' }) readonly to: PersonId;
}

@InputType({ description: 'Record where somebody lives or is placed.' })
export class RecordAddressInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'Who.' }) readonly personId: PersonId;
  @Field(() => AddressKindEnum, { description: 'What the address is to them.' }) readonly kind: AddressRecorded['data']['kind'];
  @Field(() => ShortTextScalar, { description: 'GSS code of the council area that it lies in.' }) readonly area: string;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
  @Field({ description: 'Nobody may learn it who does not need to.' }) readonly isProtected: boolean;
  @Field(() => TextScalar, { description: 'The address.' }) readonly address: string;
}
