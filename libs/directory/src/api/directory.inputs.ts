import { Field, InputType } from '@nestjs/graphql';
import type { OrganisationCode, Role } from '@mash/directory-events';
import { InstantScalar, ShortTextScalar, UuidScalar } from '@mash/graphql';
import type { ArrangementId, Instant, OrganisationId, PostId, PractitionerId, UnitId } from '@mash/kernel';
import type { OrganisationCapacityCode, OrganisationKindCode, PartnerKindCode } from '@mash/law';
import { CodeSchemeEnum, OrganisationCapacityEnum, OrganisationKindEnum, PartnerKindEnum, RoleEnum } from './directory.enums.js';

@InputType({ description: 'A code given by a scheme.' })
export class OrganisationCodeInput {
  @Field(() => CodeSchemeEnum, { description: 'Who gives it.' }) readonly scheme: OrganisationCode['scheme'];
  @Field(() => ShortTextScalar, { description: 'The code.' }) readonly value: string;
}

@InputType({ description: 'Register an organisation.' })
export class RegisterOrganisationInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => ShortTextScalar, { description: 'Its name.' }) readonly name: string;
  @Field(() => OrganisationKindEnum, { description: 'What kind of body it is.' }) readonly kind: OrganisationKindCode;
  @Field(() => [OrganisationCodeInput], { defaultValue: [], description: 'Its codes.' }) readonly codes: OrganisationCodeInput[];
  @Field(() => ShortTextScalar, { description: 'The switchboard number it publishes: the only one a call-back may use.' }) readonly publishedNumber: string;
  @Field({ description: 'False for a body that answers only by telephone, post or e-mail.' }) readonly usesHub: boolean;
}

@InputType({ description: 'Open a unit.' })
export class OpenUnitInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => ShortTextScalar, { description: 'Its name.' }) readonly name: string;
  @Field(() => ShortTextScalar, { description: 'Its telephone number.' }) readonly telephone: string;
  @Field({ description: 'Requests to the organisation arrive here unless they name another unit.' }) readonly receivesRequests: boolean;
}

@InputType({ description: 'Record that an organisation holds a legal capacity.' })
export class GrantCapacityInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => OrganisationCapacityEnum, { description: 'The capacity.' }) readonly capacity: OrganisationCapacityCode;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
}

@InputType({ description: 'Record that an organisation no longer holds a legal capacity.' })
export class EndCapacityInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => OrganisationCapacityEnum, { description: 'The capacity.' }) readonly capacity: OrganisationCapacityCode;
  @Field(() => InstantScalar, { description: 'Until when.' }) readonly at: Instant;
}

@InputType({ description: 'The account that somebody signs in with.' })
export class AccountInput {
  @Field(() => ShortTextScalar, { description: 'The identity provider.' }) readonly issuer: string;
  @Field(() => ShortTextScalar, { description: 'Who they are to it.' }) readonly subject: string;
}

@InputType({ description: 'Register somebody who works for an organisation.' })
export class RegisterPractitionerInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => ShortTextScalar, { description: 'Their name.' }) readonly name: string;
  @Field(() => AccountInput, { nullable: true, description: 'Their account, if they have one.' }) readonly account: AccountInput | null;
}

@InputType({ description: 'Give somebody a post.' })
export class TakePostInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Who.' }) readonly practitionerId: PractitionerId;
  @Field(() => UuidScalar, { description: 'Your organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => UuidScalar, { description: 'The unit.' }) readonly unitId: UnitId;
  @Field(() => ShortTextScalar, { description: 'What the post is called.' }) readonly title: string;
  @Field(() => [RoleEnum], { description: 'What the post may do.' }) readonly roles: Role[];
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
}

@InputType({ description: 'Record that somebody left a post.' })
export class LeavePostInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Who.' }) readonly practitionerId: PractitionerId;
  @Field(() => UuidScalar, { description: 'The post.' }) readonly postId: PostId;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: Instant;
}

@InputType({ description: 'Say that you are away, or that a colleague is.' })
export class RecordAbsenceInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Who is away.' }) readonly practitionerId: PractitionerId;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
  @Field(() => InstantScalar, { description: 'Until when.' }) readonly until: Instant;
  @Field(() => UuidScalar, { description: 'A colleague of the same unit, to whom the work shows meanwhile.' }) readonly coveredBy: PractitionerId;
}

@InputType({ description: 'Say that you are back, or that a colleague is.' })
export class EndAbsenceInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Who is back.' }) readonly practitionerId: PractitionerId;
}

@InputType({ description: 'A safeguarding partner of an arrangement.' })
export class PartnerInput {
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => PartnerKindEnum, { description: 'As what.' }) readonly kind: PartnerKindCode;
}

@InputType({ description: 'Record a local safeguarding arrangement whose hub is a unit of your organisation.' })
export class MakeArrangementInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => ShortTextScalar, { description: 'Its name.' }) readonly name: string;
  @Field(() => [ShortTextScalar], { description: 'GSS codes of the local authority areas it covers.' }) readonly areas: string[];
  @Field(() => [PartnerInput], { description: 'Its safeguarding partners.' }) readonly partners: PartnerInput[];
  @Field(() => [UuidScalar], { defaultValue: [], description: 'Its relevant agencies.' }) readonly relevantAgencies: OrganisationId[];
  @Field(() => UuidScalar, { description: 'The unit that is its hub.' }) readonly hubUnit: UnitId;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
}

@InputType({ description: 'Record that your organisation delegated its power to issue statutory requests.' })
export class DelegateSignatoryInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The arrangement.' }) readonly arrangementId: ArrangementId;
  @Field(() => UuidScalar, { description: 'Your organisation.' }) readonly organisationId: OrganisationId;
  @Field(() => UuidScalar, { description: 'To whom.' }) readonly practitionerId: PractitionerId;
  @Field(() => ShortTextScalar, { description: 'Where it is written down.' }) readonly reference: string;
  @Field(() => InstantScalar, { description: 'From when.' }) readonly from: Instant;
}
