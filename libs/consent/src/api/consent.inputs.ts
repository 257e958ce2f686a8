import { Field, InputType, Int } from '@nestjs/graphql';
import type { DataCategory } from '@mash/consent-events';
import { DataCategoryEnum, DateScalar, InstantScalar, NotSoughtReasonEnum, PurposeEnum, ShortTextScalar, TextScalar, UuidScalar, codeEnum, optional } from '@mash/graphql';
import type { ConsentId, EnquiryId, Instant, OrganisationId, PersonId, UnitId } from '@mash/kernel';
import { CONSENT_FORMS, CONSENT_KINDS, CONSENT_USES, GIVER_BASES, INFORMED_ITEMS, PR_EVIDENCE } from '@mash/law';
import type {
  ConsentFormCode, ConsentKindCode, ConsentUseCode, GiverBasisCode, InformedItemCode, NotSoughtReasonCode, PrEvidenceCode, SharingPurposeCode,
} from '@mash/law';

export const ConsentUseEnum = codeEnum('ConsentUse', 'What is agreed to: three things that never stand for each other.', CONSENT_USES);
export const ConsentKindEnum = codeEnum('ConsentKind', 'Ordinary or explicit.', CONSENT_KINDS);
export const ConsentFormEnum = codeEnum('ConsentForm', 'How it was given.', CONSENT_FORMS);
export const GiverBasisEnum = codeEnum('GiverBasis', 'On what footing somebody gives consent.', GIVER_BASES);
export const InformedItemEnum = codeEnum('InformedItem', 'What a person must have been told.', INFORMED_ITEMS);
export const PrEvidenceEnum = codeEnum('ParentalResponsibilityEvidence', 'What shows parental responsibility.', PR_EVIDENCE);

@InputType({ description: 'A unit that may rely on a consent besides the one that obtained it.' })
export class ReliantPartyInput {
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisation: OrganisationId;
  @Field(() => UuidScalar, { description: 'The unit.' }) readonly unit: UnitId;
}

@InputType({ description: 'What shows parental responsibility.' })
export class ParentalResponsibilityInput {
  @Field(() => PrEvidenceEnum, { description: 'The kind of evidence.' }) readonly type: PrEvidenceCode;
  @Field(() => DateScalar, { description: 'Its date.' }) readonly date: string;
}

@InputType({ description: 'A judgement about one person\'s understanding of this decision at this time.' })
export class CompetenceAssessmentInput {
  @Field(() => ShortTextScalar, { description: 'Who judged it.' }) readonly by: string;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: Instant;
  @Field(() => TextScalar, { description: 'Why.' }) readonly why: string;
  @Field({ description: 'Whether the person can make this decision.' }) readonly canDecide: boolean;
}

@InputType({ isAbstract: true })
export abstract class GiverInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form, so that sending it twice does it once.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'The enquiry it belongs to.' }) readonly enquiryId: EnquiryId;
  @Field(() => UuidScalar, { description: 'Who gives it, refuses it or was not asked.' }) readonly giver: PersonId;
  @Field(() => ShortTextScalar, { description: 'Their name.' }) readonly giverName: string;
  @Field(() => [UuidScalar], { description: 'Whose information it is about.' }) readonly about: PersonId[];
}

@InputType({ description: 'Record a consent that your unit obtained.' })
export class RecordConsentInput extends GiverInput {
  @Field(() => GiverBasisEnum, { description: 'On what footing they give it.' }) readonly giverBasis: GiverBasisCode;
  @Field(() => Int, { ...optional, description: 'The age of the person it is about.' }) readonly ageAtTime: number | null;
  @Field(() => ParentalResponsibilityInput, { ...optional, description: 'For a holder of parental responsibility.' }) readonly parentalResponsibility: ParentalResponsibilityInput | null;
  @Field(() => TextScalar, { ...optional, description: 'For an attorney or deputy: the registered power or order.' }) readonly authority: string | null;
  @Field(() => CompetenceAssessmentInput, { ...optional, description: 'For a child under 16, or to set somebody\'s own decision aside.' }) readonly assessment: CompetenceAssessmentInput | null;
  @Field(() => [ConsentUseEnum], { description: 'What is agreed to.' }) readonly uses: ConsentUseCode[];
  @Field(() => [ReliantPartyInput], { defaultValue: [], description: 'Units that may rely on it besides yours.' }) readonly mayBeReliedOnBy: ReliantPartyInput[];
  @Field(() => ConsentKindEnum, { description: 'Ordinary, or explicit.' }) readonly kind: ConsentKindCode;
  @Field(() => ConsentFormEnum, { description: 'How it was given.' }) readonly form: ConsentFormCode;
  @Field(() => [PurposeEnum], { description: 'What for.' }) readonly purposes: SharingPurposeCode[];
  @Field(() => [DataCategoryEnum], { description: 'Which records.' }) readonly categories: DataCategory[];
  @Field(() => [UuidScalar], { description: 'Which organisations may receive it.' }) readonly recipients: OrganisationId[];
  @Field(() => [InformedItemEnum], { description: 'What they were told.' }) readonly informed: InformedItemCode[];
  @Field(() => ShortTextScalar, { description: 'The version of the privacy notice they were given.' }) readonly noticeVersion: string;
  @Field(() => InstantScalar, { description: 'When they gave it.' }) readonly givenAt: Instant;
  @Field(() => InstantScalar, { ...optional, description: 'When to look at it again; six months later if left out.' }) readonly reviewDue: Instant | null;
  @Field(() => InstantScalar, { ...optional, description: 'When it ends by itself.' }) readonly expires: Instant | null;
  @Field(() => TextScalar, { description: 'What they said or signed.' }) readonly words: string;
}

@InputType({ description: 'Record that somebody was asked, and refused.' })
export class RecordConsentRefusalInput extends GiverInput {
  @Field(() => InstantScalar, { description: 'When they refused.' }) readonly at: Instant;
  @Field(() => TextScalar, { description: 'What they said.' }) readonly words: string;
}

@InputType({ description: 'Record that somebody was not asked.' })
export class RecordConsentNotSoughtInput extends GiverInput {
  @Field(() => NotSoughtReasonEnum, { ...optional, description: 'The listed reason; without one it is rejected (3.R10).' }) readonly reason: NotSoughtReasonCode | null;
  @Field(() => TextScalar, { ...optional, description: 'What makes the reason true here.' }) readonly words: string | null;
}

@InputType({ description: 'Record that the giver withdrew their consent.' })
export class WithdrawConsentInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'Your unit, to which it was told.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'The consent.' }) readonly consentId: ConsentId;
  @Field(() => InstantScalar, { description: 'When they withdrew it.' }) readonly at: Instant;
  @Field(() => TextScalar, { ...optional, description: 'What they said.' }) readonly words: string | null;
}
