import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '@mash/directory-events';
import { InstantScalar, PartyObject, pageType } from '@mash/graphql';
import { CodeSchemeEnum, OrganisationCapacityEnum, OrganisationKindEnum, PartnerKindEnum, RoleEnum } from './directory.enums.js';

@ObjectType('OrganisationCode', { description: 'A code given by a scheme.' })
export class OrganisationCodeObject {
  @Field(() => CodeSchemeEnum, { description: 'Who gives it.' }) readonly scheme: string;
  @Field({ description: 'The code.' }) readonly value: string;
}

@ObjectType('Unit', { description: 'A team of an organisation that asks, holds or receives.' })
export class UnitObject {
  @Field(() => ID, { description: 'The unit.' }) readonly unitId: string;
  @Field({ description: 'Its name.' }) readonly name: string;
  @Field({ description: 'Its telephone number.' }) readonly telephone: string;
  @Field({ description: 'Requests to the organisation arrive here unless they name another unit.' }) readonly receivesRequests: boolean;
}

@ObjectType('CapacityHeld', { description: 'A legal capacity, for a time.' })
export class CapacityHeldObject {
  @Field(() => OrganisationCapacityEnum, { description: 'The capacity.' }) readonly capacity: string;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null while it is held.' }) readonly to: string | null;
}

@ObjectType('Organisation', { description: 'An organisation in the directory.' })
export class OrganisationObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly id: string;
  @Field({ description: 'Its name.' }) readonly name: string;
  @Field(() => OrganisationKindEnum, { description: 'What kind of body it is.' }) readonly kind: string;
  @Field(() => [OrganisationCodeObject], { description: 'Its codes.' }) readonly codes: OrganisationCodeObject[];
  @Field({ description: 'The switchboard number it publishes: the only one a call-back may use.' }) readonly publishedNumber: string;
  @Field({ description: 'False for a body that answers only by telephone, post or e-mail.' }) readonly usesHub: boolean;
  @Field(() => [UnitObject], { description: 'Its units.' }) readonly units: UnitObject[];
  @Field(() => [CapacityHeldObject], { description: 'What it is and was in law.' }) readonly capacities: CapacityHeldObject[];
}

@ObjectType('Post', { description: 'A post that somebody holds or held.' })
export class PostObject {
  @Field(() => ID, { description: 'The post.' }) readonly postId: string;
  @Field(() => ID, { description: 'The organisation.' }) readonly organisationId: string;
  @Field(() => ID, { description: 'The unit.' }) readonly unitId: string;
  @Field({ description: 'What it is called.' }) readonly title: string;
  @Field(() => [RoleEnum], { description: 'What it may do.' }) readonly roles: Role[];
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
  @Field(() => InstantScalar, { nullable: true, description: 'Until when; null while it is held.' }) readonly to: string | null;
}

@ObjectType('Absence', { description: 'Somebody is away, and who covers.' })
export class AbsenceObject {
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
  @Field(() => InstantScalar, { description: 'Until when.' }) readonly until: string;
  @Field(() => ID, { description: 'Who covers.' }) readonly coveredBy: string;
}

@ObjectType('Practitioner', { description: 'Somebody who works for an organisation.' })
export class PractitionerObject {
  @Field(() => ID, { description: 'The practitioner.' }) readonly id: string;
  @Field(() => String, { nullable: true, description: 'Their name.' }) readonly name: string | null;
  @Field(() => ID, { description: 'Who employs them.' }) readonly organisationId: string;
  @Field(() => [PostObject], { description: 'Their posts, past ones too.' }) readonly posts: PostObject[];
  @Field(() => AbsenceObject, { nullable: true, description: 'The absence recorded last, until they are said to be back.' }) readonly absence: AbsenceObject | null;
}

@ObjectType('Partner', { description: 'A safeguarding partner of an arrangement.' })
export class PartnerObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly organisationId: string;
  @Field(() => PartnerKindEnum, { description: 'As what.' }) readonly kind: string;
}

@ObjectType('Signatory', { description: 'Somebody who may issue statutory requests for a partner.' })
export class SignatoryObject {
  @Field(() => ID, { description: 'The partner.' }) readonly organisationId: string;
  @Field(() => ID, { description: 'Who.' }) readonly practitionerId: string;
  @Field({ description: 'Where the delegation is written down.' }) readonly reference: string;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
}

@ObjectType('Arrangement', { description: 'A local safeguarding arrangement.' })
export class ArrangementObject {
  @Field(() => ID, { description: 'The arrangement.' }) readonly id: string;
  @Field({ description: 'Its name.' }) readonly name: string;
  @Field(() => [String], { description: 'GSS codes of the areas it covers.' }) readonly areas: string[];
  @Field(() => [PartnerObject], { description: 'Its safeguarding partners.' }) readonly partners: PartnerObject[];
  @Field(() => [ID], { description: 'Its relevant agencies.' }) readonly relevantAgencies: string[];
  @Field(() => PartyObject, { description: 'Its hub.' }) readonly hub: PartyObject;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: string;
  @Field(() => [SignatoryObject], { description: 'Who may issue statutory requests.' }) readonly signatories: SignatoryObject[];
}

export const OrganisationPage = pageType('Organisation', OrganisationObject);
export const PractitionerPage = pageType('Practitioner', PractitionerObject);
export const ArrangementPage = pageType('Arrangement', ArrangementObject);
