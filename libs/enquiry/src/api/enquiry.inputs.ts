import { Field, InputType } from '@nestjs/graphql';
import { CapacityEnum, GroundEnum, InstantScalar, ShortTextScalar, TextScalar, UrgencyEnum, UuidScalar } from '@mash/graphql';
import type { ArrangementId, DisclosureId, EnquiryId, Instant, PersonId, PractitionerId, UnitId } from '@mash/kernel';
import type { EnquiryCapacityCode, EnquiryGroundCode, UrgencyCode } from '@mash/law';

@InputType({ description: 'Open an enquiry on a concern. You become accountable for its decisions.' })
export class OpenEnquiryInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form, so that sending it twice does it once.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit, which will lead the enquiry.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'The local safeguarding arrangement it falls under.' }) readonly arrangementId: ArrangementId;
  @Field(() => ShortTextScalar, { description: 'GSS code of the local authority area.' }) readonly area: string;
  @Field(() => UuidScalar, { nullable: true, description: 'The concern as it was disclosed to the hub.' }) readonly concern: DisclosureId | null;
  @Field(() => InstantScalar, { description: 'When the concern reached the hub.' }) readonly receivedAt: Instant;
  @Field(() => TextScalar, { description: 'What the concern is, in a few sentences.' }) readonly summary: string;
  @Field(() => UrgencyEnum, { description: 'How soon answers are wanted.' }) readonly urgency: UrgencyCode;
  @Field({ description: 'Somebody is in danger now: the police were or are being called.' }) readonly immediateDanger: boolean;
  @Field(() => GroundEnum, { description: 'The first ground in law.' }) readonly ground: EnquiryGroundCode;
  @Field(() => TextScalar, { description: 'Why that ground is met.' }) readonly groundReasons: string;
}

@InputType({ description: 'Record a further ground for an enquiry.' })
export class RecordGroundsInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The enquiry.' }) readonly enquiryId: EnquiryId;
  @Field(() => GroundEnum, { description: 'The ground in law.' }) readonly ground: EnquiryGroundCode;
  @Field(() => TextScalar, { description: 'Why it is met.' }) readonly reasons: string;
}

@InputType({ description: 'Bring a person into an enquiry.' })
export class AddPersonInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The enquiry.' }) readonly enquiryId: EnquiryId;
  @Field(() => UuidScalar, { description: 'The person, found or registered before.' }) readonly personId: PersonId;
  @Field(() => CapacityEnum, { description: 'What they are in this enquiry.' }) readonly capacity: EnquiryCapacityCode;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
}

@InputType({ description: 'Give an enquiry to a worker, or hand it over.' })
export class AssignWorkerInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The enquiry.' }) readonly enquiryId: EnquiryId;
  @Field(() => UuidScalar, { description: 'A colleague of the unit that leads it.' }) readonly worker: PractitionerId;
  @Field(() => TextScalar, { nullable: true, description: 'What the next worker should know.' }) readonly note: string | null;
}

@InputType({ description: 'Record that a person concerned was told.' })
export class InformPersonInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The enquiry.' }) readonly enquiryId: EnquiryId;
  @Field(() => UuidScalar, { description: 'Who was told.' }) readonly personId: PersonId;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: Instant;
  @Field(() => TextScalar, { description: 'What they were told.' }) readonly told: string;
}
