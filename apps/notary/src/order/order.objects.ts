import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, ShortTextScalar, UuidScalar } from '@mash/graphql';
import type { EnquiryId, Instant, OrganisationId } from '@mash/kernel';

@ArgsType()
export class ReplayArgs {
  @Field(() => Int, { defaultValue: 50, description: 'How many events, at most 500.' }) readonly first: number;
  @Field(() => String, { nullable: true, description: 'The cursor that the page before gave as `next`.' }) readonly after: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Recorded at this moment or later.' }) readonly from: Instant | null;
  @Field(() => InstantScalar, { nullable: true, description: 'Recorded before this moment.' }) readonly until: Instant | null;
  @Field(() => UuidScalar, { nullable: true, description: 'Of this enquiry. Finds events of agencies that gave you a mandate, and no others.' }) readonly enquiryId: EnquiryId | null;
  @Field(() => UuidScalar, { nullable: true, description: 'By this agency.' }) readonly agency: OrganisationId | null;
  @Field(() => ShortTextScalar, { nullable: true, description: 'Of this type.' }) readonly type: string | null;
}

@ObjectType({ description: 'An event in the order of the log. Outside your mandates only its type, time and agency show (11.R18).' })
export class ReplayedEvent {
  @Field(() => Int, { description: 'Its place in the order; places have no gaps.' }) readonly ordinal: number;
  @Field(() => ID, { description: 'The event: names a moment for `asOf`, and content for `openEvent`.' }) readonly eventId: string;
  @Field(() => InstantScalar, { description: 'When the hub recorded it.' }) readonly recordedAt: string;
  @Field(() => InstantScalar, { description: 'When it happened.' }) readonly occurredAt: string;
  @Field({ description: 'What kind of thing happened.' }) readonly type: string;
  @Field(() => ID, { nullable: true, description: 'The agency that acted; null for the hub itself.' }) readonly agency: string | null;
  @Field({ description: 'The agency gave you a mandate that is in force.' }) readonly mandated: boolean;
  @Field(() => String, { nullable: true, description: 'Who acted: a practitioner, or the name of a process. Under a mandate only.' }) readonly actor: string | null;
  @Field(() => String, { nullable: true, description: 'The stream. Under a mandate only.' }) readonly stream: string | null;
  @Field(() => String, { nullable: true, description: 'The revision in its stream. Under a mandate only.' }) readonly revision: string | null;
  @Field(() => ID, { nullable: true, description: 'The enquiry it belongs to. Under a mandate only.' }) readonly enquiryId: string | null;
  @Field(() => [ID], { nullable: true, description: 'The people it is about. Under a mandate only.' }) readonly subjects: string[] | null;
}

@ObjectType({ description: 'A page of the order of events.' })
export class ReplayPage {
  @Field(() => [ReplayedEvent], { description: 'The events, oldest first.' }) readonly items: ReplayedEvent[];
  @Field(() => String, { nullable: true, description: 'Where the next page begins; null on the last.' }) readonly next: string | null;
  @Field(() => Int, { description: 'How many events were found in all.' }) readonly total: number;
}
