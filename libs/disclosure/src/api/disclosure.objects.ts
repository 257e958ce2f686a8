import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  CapacityEnum, ConsentPositionEnum, DataCategoryEnum, IdentificationObject, InstantScalar, ItemNatureEnum, LawfulBasisObject, PartyObject, PurposeEnum,
  RestrictionEnum, SharingMethodEnum, listEnum, pageType,
} from '@mash/graphql';
import { AdvisoryWithheldEnum } from './disclosure.inputs.js';

export const DisclosureKindEnum = listEnum('DisclosureKind', 'What a disclosure is.', ['ANSWER', 'CONCERN', 'ONWARD', 'OWN_INITIATIVE'] as const);
export const DisclosureSideEnum = listEnum('DisclosureSide', 'On which side of it your unit is.', ['SENDER', 'RECIPIENT'] as const);
export const ApprovalStatusEnum = listEnum('OnwardApprovalStatus', 'What became of an approval sought.', ['PENDING', 'APPROVED', 'REFUSED', 'USED'] as const);
export const ApprovalSideEnum = listEnum('OnwardApprovalSide', 'Whether your unit asks or is asked.', ['HOLDER', 'ORIGINATOR'] as const);

@ObjectType('Restriction', { description: 'A restriction on an item; it stays on everything drawn from it.' })
export class RestrictionObject {
  @Field(() => RestrictionEnum, { description: 'Which.' }) readonly code: string;
  @Field(() => [ID], { description: 'The people it is about.' }) readonly people: string[];
  @Field(() => [ID], { description: 'The only ones who may read.' }) readonly practitioners: string[];
  @Field(() => InstantScalar, { nullable: true, description: 'Its date.' }) readonly until: string | null;
  @Field({ description: 'The sentence to show wherever the content is shown.' }) readonly says: string;
}

@ObjectType('AboutPerson', { description: 'Whom an item is about, and what they are.' })
export class AboutObject {
  @Field(() => ID, { description: 'The person.' }) readonly personId: string;
  @Field(() => CapacityEnum, { description: 'What they are.' }) readonly capacity: string;
}

@ObjectType('Withheld', { description: 'Why content is not shown.' })
export class WithheldObject {
  @Field({ description: 'The number of the rule.' }) readonly rule: string;
  @Field({ description: 'In words.' }) readonly message: string;
}

@ObjectType('DisclosureDrawnFrom', { description: 'Where an item was drawn from.' })
export class DisclosureDrawnFromObject {
  @Field(() => ID, { description: 'The disclosure received.' }) readonly disclosureId: string;
  @Field(() => ID, { description: 'Its item.' }) readonly itemId: string;
}

@ObjectType('DisclosedItem', { description: 'One statement that was disclosed.' })
export class DisclosedItemObject {
  @Field(() => ID, { description: 'The item.' }) readonly itemId: string;
  @Field(() => ID, { nullable: true, description: 'The asked item that it answers.' }) readonly requestItemId: string | null;
  @Field(() => [AboutObject], { description: 'Whom it is about.' }) readonly about: AboutObject[];
  @Field(() => ID, { description: 'The organisation whose record it is.' }) readonly originator: string;
  @Field(() => ItemNatureEnum, { description: 'Fact, opinion, allegation or intelligence.' }) readonly nature: string;
  @Field(() => String, { nullable: true, description: 'What is stated; null while it is withheld.' }) readonly statement: string | null;
  @Field(() => String, { nullable: true, description: 'Whose opinion it is.' }) readonly opinionHolder: string | null;
  @Field(() => String, { nullable: true, description: 'Where it comes from.' }) readonly source: string | null;
  @Field(() => String, { nullable: true, description: 'Why something past matters now.' }) readonly historicalNote: string | null;
  @Field(() => String, { nullable: true, description: 'The day it describes.' }) readonly asOf: string | null;
  @Field({ description: 'It is about the past.' }) readonly historical: boolean;
  @Field(() => DataCategoryEnum, { description: 'Whose kind of record it is.' }) readonly category: string;
  @Field(() => [RestrictionObject], { description: 'Its restrictions.' }) readonly restrictions: RestrictionObject[];
  @Field(() => LawfulBasisObject, { nullable: true, description: 'The sender\'s basis.' }) readonly basis: LawfulBasisObject | null;
  @Field(() => ConsentPositionEnum, { nullable: true, description: 'How consent stood, as far as you were told.' }) readonly consentPosition: string | null;
  @Field(() => ID, { nullable: true, description: 'The consent it rests on.' }) readonly consentId: string | null;
  @Field(() => DisclosureDrawnFromObject, { nullable: true, description: 'For the sender: from what it was drawn.' }) readonly drawnFrom: DisclosureDrawnFromObject | null;
  @Field(() => LawfulBasisObject, { nullable: true, description: 'The recipient\'s own basis.' }) readonly ownBasis: LawfulBasisObject | null;
  @Field({ description: 'The recipient holds it on the consent alone.' }) readonly onConsentAlone: boolean;
  @Field({ description: 'The consent was withdrawn, and the recipient has no basis of its own.' }) readonly basisUnderReview: boolean;
  @Field(() => String, { nullable: true, description: 'What to show above it.' }) readonly banner: string | null;
  @Field(() => WithheldObject, { nullable: true, description: 'Why its content is not shown.' }) readonly withheld: WithheldObject | null;
}

@ObjectType('DisclosureRecipient', { description: 'To whom it went.' })
export class RecipientObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly organisation: string;
  @Field(() => ID, { nullable: true, description: 'The unit.' }) readonly unit: string | null;
  @Field(() => ID, { nullable: true, description: 'The practitioner.' }) readonly practitioner: string | null;
  @Field(() => String, { nullable: true, description: 'The name of a person without an account.' }) readonly name: string | null;
}

@ObjectType('DisclosureMadeBy', { description: 'Who disclosed.' })
export class MadeByObject {
  @Field(() => ID, { nullable: true, description: 'The practitioner.' }) readonly practitioner: string | null;
  @Field(() => String, { nullable: true, description: 'The name of a person without an account.' }) readonly name: string | null;
}

@ObjectType('DisclosedPerson', { description: 'Who somebody in a disclosure is.' })
export class DisclosedPersonObject {
  @Field(() => ID, { description: 'The person.' }) readonly personId: string;
  @Field(() => IdentificationObject, { nullable: true, description: 'Who they are; null while it is withheld.' }) readonly identification: IdentificationObject | null;
}

@ObjectType('ConsentAdvisory', { description: 'Whether the recipient is told that consent is missing.' })
export class AdvisoryObject {
  @Field({ description: 'The recipient is told.' }) readonly given: boolean;
  @Field(() => AdvisoryWithheldEnum, { nullable: true, description: 'For the sender: why not.' }) readonly withheldReason: string | null;
  @Field(() => String, { nullable: true, description: 'What they are told.' }) readonly words: string | null;
}

@ObjectType('DisclosureStep', { description: 'A step of the recipient.' })
export class StepObject {
  @Field(() => ID, { nullable: true, description: 'Who took it.' }) readonly by: string | null;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
}

@ObjectType('BrokenRule', { description: 'A rule that stood in the way.' })
export class BrokenRuleObject {
  @Field({ description: 'Its number.' }) readonly rule: string;
  @Field({ description: 'What was wrong, as a code.' }) readonly code: string;
}

@ObjectType('OnwardAttempt', { description: 'An attempt to pass it on that was refused.' })
export class OnwardAttemptObject {
  @Field(() => ID, { description: 'The item.' }) readonly itemId: string;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
  @Field(() => PartyObject, { description: 'Who tried.' }) readonly by: PartyObject;
  @Field(() => ID, { description: 'To which organisation.' }) readonly recipient: string;
  @Field(() => [BrokenRuleObject], { description: 'Why it was refused.' }) readonly reasons: BrokenRuleObject[];
}

@ObjectType('Disclosure', { description: 'Information that went from one agency to another, as your side of it sees it.' })
export class DisclosureObject {
  @Field(() => ID, { description: 'The disclosure.' }) readonly id: string;
  @Field(() => DisclosureKindEnum, { description: 'What it is.' }) readonly kind: string;
  @Field(() => DisclosureSideEnum, { description: 'On which side your unit is.' }) readonly side: string;
  @Field(() => PartyObject, { description: 'Who sent it.' }) readonly sender: PartyObject;
  @Field(() => RecipientObject, { description: 'To whom it went.' }) readonly recipient: RecipientObject;
  @Field(() => MadeByObject, { description: 'Who disclosed.' }) readonly madeBy: MadeByObject;
  @Field(() => PartyObject, { description: 'Who recorded it.' }) readonly recordedBy: PartyObject;
  @Field(() => InstantScalar, { description: 'When it was made.' }) readonly occurredAt: string;
  @Field(() => InstantScalar, { description: 'When it was recorded.' }) readonly recordedAt: string;
  @Field(() => SharingMethodEnum, { description: 'How it travelled.' }) readonly method: string;
  @Field(() => ID, { nullable: true, description: 'For the sender: its decision.' }) readonly decisionId: string | null;
  @Field(() => ID, { nullable: true, description: 'The request that it answers.' }) readonly requestId: string | null;
  @Field(() => ID, { nullable: true, description: 'The enquiry it belongs to.' }) readonly enquiryId: string | null;
  @Field(() => ID, { nullable: true, description: 'For the sender: the disclosure it was drawn from.' }) readonly parentId: string | null;
  @Field(() => PurposeEnum, { description: 'What for.' }) readonly purpose: string;
  @Field(() => PurposeEnum, { nullable: true, description: 'The only purpose for which it may ever be used.' }) readonly useLimitation: string | null;
  @Field(() => [DisclosedItemObject], { description: 'What was disclosed.' }) readonly items: DisclosedItemObject[];
  @Field(() => [DisclosedPersonObject], { description: 'Who the people are.' }) readonly people: DisclosedPersonObject[];
  @Field(() => [ID], { description: 'People outside the agencies who got it too.' }) readonly reaches: string[];
  @Field(() => AdvisoryObject, { description: 'Whether the recipient is told that consent is missing.' }) readonly advisory: AdvisoryObject;
  @Field(() => String, { nullable: true, description: 'What the recipient said about passing it on.' }) readonly onwardIntention: string | null;
  @Field(() => [String], { description: 'Numbers of the rules that an act already done did not keep (0.R6).' }) readonly irregular: string[];
  @Field(() => StepObject, { nullable: true, description: 'The restrictions were accepted.' }) readonly accepted: StepObject | null;
  @Field(() => StepObject, { nullable: true, description: 'It was received, with a basis for each item.' }) readonly received: StepObject | null;
  @Field(() => [OnwardAttemptObject], { description: 'Refused attempts to pass it on.' }) readonly refusedOnward: OnwardAttemptObject[];
}

export const DisclosurePage = pageType('Disclosure', DisclosureObject);

@ObjectType('OnwardApprovalAnswer', { description: 'The originator\'s answer.' })
export class ApprovalAnswerObject {
  @Field(() => ID, { description: 'Who gave it.' }) readonly by: string;
  @Field(() => InstantScalar, { description: 'When.' }) readonly at: string;
  @Field(() => String, { nullable: true, description: 'Why not.' }) readonly reasons: string | null;
}

@ObjectType('OnwardRecipient', { description: 'To whom something is to be passed on.' })
export class OnwardRecipientObject {
  @Field(() => ID, { description: 'The organisation.' }) readonly organisation: string;
  @Field(() => ID, { nullable: true, description: 'The unit.' }) readonly unit: string | null;
  @Field(() => ID, { nullable: true, description: 'The practitioner.' }) readonly practitioner: string | null;
}

@ObjectType('OnwardApproval', { description: 'An approval that a holder sought from an originator.' })
export class OnwardApprovalObject {
  @Field(() => ID, { description: 'The approval.' }) readonly id: string;
  @Field(() => ID, { description: 'The disclosure it is about.' }) readonly disclosureId: string;
  @Field(() => ID, { description: 'Its item.' }) readonly itemId: string;
  @Field(() => ApprovalSideEnum, { description: 'Whether your unit asks or is asked.' }) readonly side: string;
  @Field(() => ApprovalStatusEnum, { description: 'What became of it.' }) readonly status: string;
  @Field(() => PartyObject, { description: 'Who is asked.' }) readonly originator: PartyObject;
  @Field(() => PartyObject, { description: 'Who asks.' }) readonly by: PartyObject;
  @Field(() => ID, { nullable: true, description: 'For the holder: its own decision.' }) readonly decisionId: string | null;
  @Field(() => OnwardRecipientObject, { description: 'To whom it is to go.' }) readonly recipient: OnwardRecipientObject;
  @Field(() => PurposeEnum, { description: 'What for.' }) readonly purpose: string;
  @Field(() => String, { nullable: true, description: 'In which words.' }) readonly wording: string | null;
  @Field(() => InstantScalar, { description: 'When it was sought.' }) readonly soughtAt: string;
  @Field(() => ApprovalAnswerObject, { nullable: true, description: 'The answer.' }) readonly answer: ApprovalAnswerObject | null;
  @Field(() => ID, { nullable: true, description: 'For the holder: the disclosure it was used for.' }) readonly childId: string | null;
}

export const OnwardApprovalPage = pageType('OnwardApproval', OnwardApprovalObject);
