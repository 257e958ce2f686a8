import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, PurposeEnum, ShortTextScalar, TextScalar, UuidScalar } from '@mash/graphql';
import type { Instant, PractitionerId } from '@mash/kernel';
import type { SharingPurposeCode } from '@mash/law';
import { JsonScalar } from './json-scalar.js';

@ArgsType()
export class AsOfArgs {
  @Field(() => UuidScalar, { description: 'Whose eyes.' }) readonly practitionerId: PractitionerId;
  @Field(() => TextScalar, { description: 'Why you ask. Kept with the record of your reading.' }) readonly purpose: string;
  @Field(() => InstantScalar, { nullable: true, description: 'The moment: what the last event recorded by then had left. Without a moment or an event: now.' }) readonly at: Instant | null;
  @Field(() => UuidScalar, { nullable: true, description: 'Just after this event, in place of a moment.' }) readonly eventId: string | null;
  @Field(() => PurposeEnum, { nullable: true, description: 'The purpose they would have stated; when left out, the one that each record came for: the most they could see.' })
  readonly readingFor: SharingPurposeCode | null;
  @Field(() => [ShortTextScalar], { nullable: true, description: 'Only these views, for example disclosure.' }) readonly views: string[] | null;
  @Field(() => Int, { defaultValue: 100, description: 'How many rows, at most 500.' }) readonly first: number;
  @Field(() => String, { nullable: true, description: 'The cursor that the page before gave as `next`.' }) readonly after: string | null;
}

@ObjectType({ description: 'A field that was held back.' })
export class SightWithheld {
  @Field({ description: 'The field; * for the whole content.' }) readonly field: string;
  @Field({ description: 'The number of the rule.' }) readonly rule: string;
}

@ObjectType({ description: 'A row that they could see.' })
export class SightRow {
  @Field({ description: 'The view.' }) readonly view: string;
  @Field({ description: 'The row\'s key in its view.' }) readonly key: string;
  @Field(() => ID, { nullable: true, description: 'The agency whose row it is; null in the directory.' }) readonly agency: string | null;
  @Field(() => String, { nullable: true, description: 'Its state. Under a mandate only.' }) readonly status: string | null;
  @Field(() => [SightWithheld], { description: 'What was held back from them, or is from you (11.R18).' }) readonly withheld: SightWithheld[];
  @Field(() => JsonScalar, { nullable: true, description: 'Its content as they could see it. Under a mandate only.' }) readonly body: unknown;
}

@ObjectType({ description: 'What somebody could see as of a moment.' })
export class SightPage {
  @Field(() => ID, { description: 'Whose eyes.' }) readonly practitionerId: string;
  @Field(() => ID, { description: 'The agency they acted for then.' }) readonly agency: string;
  @Field(() => [ID], { description: 'The units in which they held a post then.' }) readonly units: string[];
  @Field(() => [String], { description: 'The roles of those posts.' }) readonly roles: string[];
  @Field(() => InstantScalar, { description: 'The moment by which terms and posts were judged.' }) readonly at: string;
  @Field(() => ID, { nullable: true, description: 'The last event that was replayed.' }) readonly through: string | null;
  @Field(() => [SightRow], { description: 'The rows of this page, by view and key.' }) readonly items: SightRow[];
  @Field(() => String, { nullable: true, description: 'Where the next page begins; null on the last.' }) readonly next: string | null;
  @Field(() => Int, { description: 'How many rows they could see in all.' }) readonly total: number;
}
