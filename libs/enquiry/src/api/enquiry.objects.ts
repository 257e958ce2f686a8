import { Field, ID, ObjectType } from '@nestjs/graphql';
import { CapacityEnum, GroundEnum, IdentificationObject, InstantScalar, PartyObject, UrgencyEnum, pageType } from '@mash/graphql';

@ObjectType('EnquiryGroundRecorded', { description: 'A ground in law, with reasons.' })
export class GroundObject {
  @Field(() => GroundEnum, { description: 'The ground.' }) readonly ground: string;
  @Field(() => String, { nullable: true, description: 'Why it is met.' }) readonly reasons: string | null;
  @Field(() => InstantScalar, { description: 'When it was recorded.' }) readonly recordedAt: string;
}

@ObjectType('PersonInEnquiry', { description: 'A person, and what they are in this enquiry.' })
export class PersonInEnquiryObject {
  @Field(() => ID, { description: 'The person.' }) readonly personId: string;
  @Field(() => CapacityEnum, { description: 'Their capacity.' }) readonly capacity: string;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
  @Field(() => IdentificationObject, { nullable: true, description: 'Who they are.' }) readonly identification: IdentificationObject | null;
}

@ObjectType('PersonInformedRecord', { description: 'A person concerned was told.' })
export class InformedObject {
  @Field(() => ID, { description: 'Who.' }) readonly personId: string;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
  @Field(() => String, { nullable: true, description: 'What they were told.' }) readonly told: string | null;
}

@ObjectType('Enquiry', { description: 'A concern that reached the hub, with somebody accountable for its decisions.' })
export class EnquiryObject {
  @Field(() => ID, { description: 'The enquiry.' }) readonly id: string;
  @Field(() => PartyObject, { description: 'The unit that leads it.' }) readonly lead: PartyObject;
  @Field(() => ID, { description: 'The safeguarding arrangement.' }) readonly arrangementId: string;
  @Field({ description: 'GSS code of the area.' }) readonly area: string;
  @Field(() => ID, { description: 'Who is accountable for its decisions.' }) readonly accountable: string;
  @Field(() => ID, { nullable: true, description: 'Who works on it.' }) readonly worker: string | null;
  @Field(() => ID, { nullable: true, description: 'The concern as disclosed to the hub.' }) readonly concern: string | null;
  @Field(() => InstantScalar, { description: 'When the concern reached the hub.' }) readonly receivedAt: string;
  @Field(() => InstantScalar, { description: 'When the enquiry was opened.' }) readonly openedAt: string;
  @Field(() => String, { nullable: true, description: 'What the concern is.' }) readonly summary: string | null;
  @Field(() => UrgencyEnum, { description: 'How soon answers are wanted.' }) readonly urgency: string;
  @Field({ description: 'Somebody was in danger at the time.' }) readonly immediateDanger: boolean;
  @Field(() => [GroundObject], { description: 'Its grounds in law.' }) readonly grounds: GroundObject[];
  @Field(() => [PersonInEnquiryObject], { description: 'The people in it.' }) readonly people: PersonInEnquiryObject[];
  @Field(() => [InformedObject], { description: 'Who was told what.' }) readonly informed: InformedObject[];
}

export const EnquiryPage = pageType('Enquiry', EnquiryObject);
