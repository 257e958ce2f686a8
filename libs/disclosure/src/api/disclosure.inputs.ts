import { Field, InputType } from '@nestjs/graphql';
import type { DataCategory } from '@mash/consent-events';
import {
  CapacityEnum, ConsentPositionEnum, DataCategoryEnum, DateScalar, InstantScalar, ItemNatureEnum, LawfulBasisInput, NotSoughtReasonEnum, PurposeEnum,
  RestrictionEnum, SharingMethodEnum, ShortTextScalar, TextScalar, UuidScalar, codeEnum, listEnum, optional,
} from '@mash/graphql';
import type {
  ApprovalId, DecisionId, DisclosureId, EnquiryId, Instant, ItemId, OrganisationId, PersonId, PractitionerId, RequestId, UnitId,
} from '@mash/kernel';
import { ADVISORY_WITHHELD_REASONS } from '@mash/law';
import type { ConsentPositionCode, EnquiryCapacityCode, ItemNatureCode, NotSoughtReasonCode, RestrictionCode, SharingMethodCode, SharingPurposeCode } from '@mash/law';
import { MethodEvidenceInput } from './method-evidence.input.js';

export const AdvisoryWithheldEnum = codeEnum('AdvisoryWithheldReason', 'The only reasons for not telling a recipient that consent is missing.', ADVISORY_WITHHELD_REASONS);
export const OwnKindEnum = listEnum('OwnDisclosureKind', 'What a disclosure is that answers no request.', ['OWN_INITIATIVE', 'CONCERN'] as const);

@InputType({ description: 'To whom it goes: a person, with an account or known by name.' })
export class RecipientInput {
  @Field(() => UuidScalar, { description: 'The organisation.' }) readonly organisation: OrganisationId;
  @Field(() => UuidScalar, { ...optional, description: 'The unit; left out for a body that does not use the hub.' }) readonly unit: UnitId | null;
  @Field(() => UuidScalar, { ...optional, description: 'The practitioner.' }) readonly practitioner: PractitionerId | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'The name of a person without an account.' }) readonly name: string | null;
}

@InputType({ description: 'A restriction on an item.' })
export class RestrictionInput {
  @Field(() => RestrictionEnum, { description: 'Which.' }) readonly code: RestrictionCode;
  @Field(() => [UuidScalar], { defaultValue: [], description: 'The people it is about.' }) readonly people: PersonId[];
  @Field(() => [UuidScalar], { defaultValue: [], description: 'For named recipients: the only ones who may read.' }) readonly practitioners: PractitionerId[];
  @Field(() => InstantScalar, { ...optional, description: 'Its date, where it has one.' }) readonly until: Instant | null;
}

@InputType({ description: 'Whom an item is about, and what they are.' })
export class AboutInput {
  @Field(() => UuidScalar, { description: 'The person.' }) readonly personId: PersonId;
  @Field(() => CapacityEnum, { description: 'What they are in this enquiry or concern.' }) readonly capacity: EnquiryCapacityCode;
}

@InputType({ description: 'One statement: fact apart from opinion.' })
export class StatementInput {
  @Field(() => [AboutInput], { description: 'Whom it is about.' }) readonly about: AboutInput[];
  @Field(() => ItemNatureEnum, { description: 'Fact, opinion, allegation or intelligence.' }) readonly nature: ItemNatureCode;
  @Field(() => TextScalar, { description: 'What is stated.' }) readonly statement: string;
  @Field(() => ShortTextScalar, { ...optional, description: 'For an opinion: whose.' }) readonly opinionHolder: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'Where it comes from.' }) readonly source: string | null;
  @Field(() => DateScalar, { ...optional, description: 'The day it describes.' }) readonly asOf: string | null;
  @Field({ defaultValue: false, description: 'It is about the past.' }) readonly historical: boolean;
  @Field(() => TextScalar, { ...optional, description: 'For something about the past: why it matters now.' }) readonly historicalNote: string | null;
}

@InputType({ description: 'One decided item, as it is disclosed.' })
export class ItemToDiscloseInput extends StatementInput {
  @Field(() => UuidScalar, { ...optional, description: 'The item of your decision.' }) readonly decidedItemId: ItemId | null;
  @Field(() => [RestrictionInput], { defaultValue: [], description: 'Its restrictions.' }) readonly restrictions: RestrictionInput[];
}

@InputType({ description: 'Whether the recipient is told that consent is missing.' })
export class AdvisoryInput {
  @Field({ description: 'The recipient is told.' }) readonly given: boolean;
  @Field(() => AdvisoryWithheldEnum, { ...optional, description: 'Why not.' }) readonly withheldReason: string | null;
  @Field(() => TextScalar, { ...optional, description: 'What they are told; or what makes the reason true.' }) readonly words: string | null;
}

@InputType({ description: 'Who somebody is, for a recipient who may not know them.' })
export class DisclosedPersonInput {
  @Field(() => UuidScalar, { description: 'The person.' }) readonly personId: PersonId;
  @Field(() => ShortTextScalar, { ...optional, description: 'Given name.' }) readonly givenName: string | null;
  @Field(() => ShortTextScalar, { ...optional, description: 'Family name.' }) readonly familyName: string | null;
  @Field(() => DateScalar, { ...optional, description: 'Date of birth.' }) readonly dateOfBirth: string | null;
}

@InputType({ isAbstract: true })
export abstract class DisclosureFormInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form, so that sending it twice does it once.' }) readonly idempotencyKey: string;
  @Field(() => PurposeEnum, { description: 'What for.' }) readonly purpose: SharingPurposeCode;
  @Field(() => InstantScalar, { ...optional, description: 'When it was made; left out: now.' }) readonly occurredAt: Instant | null;
  @Field(() => SharingMethodEnum, { defaultValue: 'HUB_PORTAL', description: 'How it travels.' }) readonly method: SharingMethodCode;
  @Field(() => MethodEvidenceInput, { ...optional, description: 'What was done to make that safe.' }) readonly evidence: MethodEvidenceInput | null;
  @Field(() => [DisclosedPersonInput], { defaultValue: [], description: 'Who the people are, where the recipient needs it.' }) readonly people: DisclosedPersonInput[];
  @Field(() => [UuidScalar], { defaultValue: [], description: 'People outside the agencies who get it too.' }) readonly reaches: PersonId[];
  @Field(() => AdvisoryInput, { ...optional, description: 'Whether the recipient is told that consent is missing.' }) readonly advisory: AdvisoryInput | null;
  @Field(() => TextScalar, { ...optional, description: 'What the recipient said when asked whether they mean to pass it on.' }) readonly onwardIntention: string | null;
}

@InputType('MakeDisclosureInput', { description: 'Disclose what your unit decided to share.' })
export class MakeDisclosureCommandInput extends DisclosureFormInput {
  @Field(() => UuidScalar, { description: 'Your unit.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { ...optional, description: 'Your decision; without one it is rejected (2.R1).' }) readonly decisionId: DecisionId | null;
  @Field(() => OwnKindEnum, { defaultValue: 'OWN_INITIATIVE', description: 'What it is, where it answers no request.' }) readonly kind: 'OWN_INITIATIVE' | 'CONCERN';
  @Field(() => RecipientInput, { description: 'To whom.' }) readonly recipient: RecipientInput;
  @Field(() => [ItemToDiscloseInput], { description: 'What.' }) readonly items: ItemToDiscloseInput[];
}

@InputType({ description: 'One statement that came from outside the hub.' })
export class OutsideItemInput extends StatementInput {
  @Field(() => UuidScalar, { ...optional, description: 'The asked item that it answers.' }) readonly requestItemId: ItemId | null;
  @Field(() => DataCategoryEnum, { description: 'Whose kind of record it is.' }) readonly category: DataCategory;
  @Field({ description: 'It was given in confidence.' }) readonly confidential: boolean;
  @Field({ description: 'It is of a special category, such as health.' }) readonly specialCategory: boolean;
  @Field({ description: 'It is about offences.' }) readonly criminalOffence: boolean;
  @Field(() => ConsentPositionEnum, { description: 'How consent stands, as you were told.' }) readonly consentPosition: ConsentPositionCode;
  @Field(() => [RestrictionInput], { defaultValue: [], description: 'Restrictions they placed on it.' }) readonly restrictions: RestrictionInput[];
}

@InputType('RecordOutsideDisclosureInput', { description: 'Enter what came by telephone, post, e-mail or in person.' })
export class RecordOutsideCommandInput extends DisclosureFormInput {
  @Field(() => UuidScalar, { description: 'Your unit, which it reached.' }) readonly unit: UnitId;
  @Field(() => UuidScalar, { description: 'The organisation it came from.' }) readonly from: OrganisationId;
  @Field(() => ShortTextScalar, { ...optional, description: 'Who said or wrote it.' }) readonly saidBy: string | null;
  @Field(() => UuidScalar, { ...optional, description: 'The request of your unit that it answers.' }) readonly requestId: RequestId | null;
  @Field(() => UuidScalar, { ...optional, description: 'Without a request: the enquiry it belongs to.' }) readonly enquiryId: EnquiryId | null;
  @Field(() => [OutsideItemInput], { description: 'What was said.' }) readonly items: OutsideItemInput[];
}

@InputType({ description: 'Accept the restrictions of what your unit received.' })
export class AcceptRestrictionsInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The disclosure.' }) readonly disclosureId: DisclosureId;
}

@InputType({ description: 'On what your agency holds one item: a basis of its own, or the consent alone.' })
export class OwnBasisInput {
  @Field(() => UuidScalar, { description: 'The item.' }) readonly itemId: ItemId;
  @Field(() => LawfulBasisInput, { ...optional, description: 'Your own basis; left out: you hold it on the consent alone.' }) readonly basis: LawfulBasisInput | null;
  @Field(() => NotSoughtReasonEnum, { ...optional, description: 'Why it is held without consent, where the basis needs a reason.' }) readonly noConsentReason: NotSoughtReasonCode | null;
}

@InputType('ReceiveDisclosureInput', { description: 'Record receipt, with the basis on which each item is held.' })
export class ReceiveDisclosureCommandInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The disclosure.' }) readonly disclosureId: DisclosureId;
  @Field(() => [OwnBasisInput], { description: 'One for each item.' }) readonly bases: OwnBasisInput[];
}

@InputType({ description: 'Ask the originator to approve what you decided to pass on.' })
export class SeekOnwardApprovalInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The disclosure that your unit received.' }) readonly disclosureId: DisclosureId;
  @Field(() => UuidScalar, { description: 'Its item.' }) readonly itemId: ItemId;
  @Field(() => UuidScalar, { description: 'Your own decision, with the words that may go.' }) readonly decisionId: DecisionId;
  @Field(() => RecipientInput, { description: 'To whom it is to go.' }) readonly recipient: RecipientInput;
}

@InputType({ description: 'Approve exactly what was sought.' })
export class ApproveOnwardInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The disclosure that your unit made.' }) readonly disclosureId: DisclosureId;
  @Field(() => UuidScalar, { description: 'The approval sought.' }) readonly approvalId: ApprovalId;
}

@InputType({ description: 'Refuse what was sought.' })
export class RefuseOnwardInput extends ApproveOnwardInput {
  @Field(() => TextScalar, { description: 'Why, for whoever asked.' }) readonly reasons: string;
}

@InputType('ShareOnwardInput', { description: 'Pass on one item that your unit received.' })
export class ShareOnwardCommandInput extends DisclosureFormInput {
  @Field(() => UuidScalar, { description: 'The disclosure that your unit received.' }) readonly parentId: DisclosureId;
  @Field(() => UuidScalar, { description: 'Its item.' }) readonly itemId: ItemId;
  @Field(() => UuidScalar, { ...optional, description: 'Your own decision; without one it is rejected (2.R1).' }) readonly decisionId: DecisionId | null;
  @Field(() => RecipientInput, { description: 'To whom.' }) readonly recipient: RecipientInput;
  @Field(() => StatementInput, { description: 'In which words.' }) readonly statement: StatementInput;
  @Field(() => [RestrictionInput], { ...optional, description: 'Left out: those it came with. A list must keep them all (5.R4).' }) readonly restrictions: RestrictionInput[] | null;
}
