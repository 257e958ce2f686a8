/* eslint-disable max-lines -- written by apps/web/schema-types.mjs from the schema of the hub */

export interface AboutInput {
  readonly capacity: string;
  readonly personId: string;
}

export interface AcceptRestrictionsInput {
  readonly disclosureId: string;
  readonly idempotencyKey: string;
}

export interface AccountInput {
  readonly issuer: string;
  readonly subject: string;
}

export interface AddPersonInput {
  readonly capacity: string;
  readonly enquiryId: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly personId: string;
}

export interface AddresseeInput {
  readonly organisation: string;
  readonly unit?: string | null;
}

export interface AdvisoryInput {
  readonly given: boolean;
  readonly withheldReason?: string | null;
  readonly words?: string | null;
}

export interface AllocateRequestInput {
  readonly idempotencyKey: string;
  readonly requestId: string;
  readonly worker: string;
}

export interface AnswerItemsInput {
  readonly answers: readonly ItemAnswerInput[];
  readonly idempotencyKey: string;
  readonly method: string;
  readonly requestId: string;
}

export interface ApproveOnwardInput {
  readonly approvalId: string;
  readonly disclosureId: string;
  readonly idempotencyKey: string;
}

export interface AssignWorkerInput {
  readonly enquiryId: string;
  readonly idempotencyKey: string;
  readonly note?: string | null;
  readonly worker: string;
}

export interface BirthInput {
  readonly kind: string;
  readonly on?: string | null;
}

export interface CompetenceAssessmentInput {
  readonly at: string;
  readonly by: string;
  readonly canDecide: boolean;
  readonly why: string;
}

export interface ConcernPersonInput {
  readonly capacity: string;
  readonly dateOfBirth?: string | null;
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly notToldException?: string | null;
  readonly telling: string;
  readonly tellingAt?: string | null;
  readonly tellingReasons: string;
}

export interface ConcernStatementInput {
  readonly about: readonly number[];
  readonly nature: string;
  readonly opinionHolder?: string | null;
  readonly statement: string;
}

export interface DecideSharingInput {
  readonly advice?: string | null;
  readonly answers: readonly QuestionAnsweredInput[];
  readonly enquiryId?: string | null;
  readonly idempotencyKey: string;
  readonly ifNotShared?: string | null;
  readonly ifShared?: string | null;
  readonly items: readonly ItemToDecideInput[];
  readonly protects?: readonly string[];
  readonly purpose: string;
  readonly quality?: readonly string[];
  readonly reasons?: string | null;
  readonly recipients?: readonly DecidedRecipientInput[];
  readonly requestId?: string | null;
  readonly supersedes?: string | null;
  readonly telling?: readonly TellingInput[];
  readonly trigger?: string;
  readonly unit?: string | null;
}

export interface DecidedRecipientInput {
  readonly organisation: string;
  readonly practitioner?: string | null;
  readonly unit?: string | null;
}

export interface DelegateSignatoryInput {
  readonly arrangementId: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly organisationId: string;
  readonly practitionerId: string;
  readonly reference: string;
}

export interface DisclosedPersonInput {
  readonly dateOfBirth?: string | null;
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly personId: string;
}

export interface DiscussedWithInput {
  readonly organisation: string;
  readonly unit: string;
}

export interface DisputeRequestInput {
  readonly idempotencyKey: string;
  readonly reason: string;
  readonly requestId: string;
  readonly words: string;
}

export interface DrawnFromInput {
  readonly disclosureId: string;
  readonly itemId: string;
}

export interface EndAbsenceInput {
  readonly idempotencyKey: string;
  readonly practitionerId: string;
}

export interface EndCapacityInput {
  readonly at: string;
  readonly capacity: string;
  readonly idempotencyKey: string;
  readonly organisationId: string;
}

export interface GiveMandateInput {
  readonly auditor: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly purpose: string;
  readonly until: string;
}

export interface GrantCapacityInput {
  readonly capacity: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly organisationId: string;
}

export interface InformPersonInput {
  readonly at: string;
  readonly enquiryId: string;
  readonly idempotencyKey: string;
  readonly personId: string;
  readonly told: string;
}

export interface IssueStatutoryRequestInput {
  readonly arrangementId: string;
  readonly basis: LawfulBasisInput;
  readonly consentPosition: string;
  readonly criminalOffence: boolean;
  readonly due?: string | null;
  readonly enquiryId: string;
  readonly idempotencyKey: string;
  readonly items: readonly RequestItemInput[];
  readonly notSoughtReason?: string | null;
  readonly people: readonly PersonAskedAboutInput[];
  readonly power: string;
  readonly publicTask?: string | null;
  readonly reasons: string;
  readonly recipients: readonly RequestRecipientInput[];
  readonly specialCategory: boolean;
  readonly statutoryFunction: string;
  readonly texts: StatutoryTextsInput;
  readonly to: AddresseeInput;
  readonly urgency: string;
  readonly whatAskingReveals: string;
}

export interface ItemAnswerInput {
  readonly itemId: string;
  readonly kind: string;
  readonly systemsSearched?: readonly string[];
  readonly told?: string | null;
}

export interface ItemToDecideInput {
  readonly about: readonly string[];
  readonly basis?: LawfulBasisInput | null;
  readonly category: string;
  readonly confidential: boolean;
  readonly consentId?: string | null;
  readonly consentPosition: string;
  readonly criminalOffence: boolean;
  readonly drawnFrom?: DrawnFromInput | null;
  readonly notSoughtFacts?: string | null;
  readonly notSoughtReason?: string | null;
  readonly reasons?: string | null;
  readonly reasonsTold?: string | null;
  readonly refusalReasons?: readonly string[];
  readonly requestItemId?: string | null;
  readonly share: boolean;
  readonly specialCategory: boolean;
  readonly wording?: string | null;
}

export interface ItemToDiscloseInput {
  readonly about: readonly AboutInput[];
  readonly asOf?: string | null;
  readonly decidedItemId?: string | null;
  readonly historical?: boolean;
  readonly historicalNote?: string | null;
  readonly nature: string;
  readonly opinionHolder?: string | null;
  readonly restrictions?: readonly RestrictionInput[];
  readonly source?: string | null;
  readonly statement: string;
}

export interface LawfulBasisInput {
  readonly annex1Conditions?: (readonly string[]) | null;
  readonly article6?: string | null;
  readonly article9?: string | null;
  readonly article10Condition?: string | null;
  readonly confidentialityBasis?: string | null;
  readonly gateways?: readonly string[];
  readonly regime: string;
  readonly schedule1Condition?: string | null;
  readonly schedule8Condition?: string | null;
}

export interface LeavePostInput {
  readonly at: string;
  readonly idempotencyKey: string;
  readonly postId: string;
  readonly practitionerId: string;
}

export interface MakeArrangementInput {
  readonly areas: readonly string[];
  readonly from: string;
  readonly hubUnit: string;
  readonly idempotencyKey: string;
  readonly name: string;
  readonly partners: readonly PartnerInput[];
  readonly relevantAgencies?: readonly string[];
}

export interface MakeDisclosureInput {
  readonly advisory?: AdvisoryInput | null;
  readonly decisionId?: string | null;
  readonly evidence?: MethodEvidenceInput | null;
  readonly idempotencyKey: string;
  readonly items: readonly ItemToDiscloseInput[];
  readonly kind?: string;
  readonly method?: string;
  readonly occurredAt?: string | null;
  readonly onwardIntention?: string | null;
  readonly people?: readonly DisclosedPersonInput[];
  readonly purpose: string;
  readonly reaches?: readonly string[];
  readonly recipient: RecipientInput;
  readonly unit: string;
}

export interface MethodEvidenceInput {
  readonly address?: string | null;
  readonly addresseeName?: string | null;
  readonly authorisedBy?: string | null;
  readonly bcc?: readonly string[];
  readonly callbackNumber?: string | null;
  readonly callbackNumberSource?: string | null;
  readonly calledBackAt?: string | null;
  readonly callerName?: string | null;
  readonly callerOrg?: string | null;
  readonly carriedBy?: string | null;
  readonly container?: string | null;
  readonly doubleEnvelope?: boolean | null;
  readonly encryptionApplied?: boolean;
  readonly identifiersChecked?: readonly string[];
  readonly innerMarkedAddresseeOnly?: boolean;
  readonly items?: string | null;
  readonly knownToPractitioner?: boolean;
  readonly outAt?: string | null;
  readonly overheardRiskChecked?: boolean;
  readonly present?: readonly string[];
  readonly service?: string | null;
  readonly settingSecure?: boolean;
  readonly to?: readonly string[];
  readonly transferService?: string | null;
  readonly why?: string | null;
}

export interface NotTheSameInput {
  readonly personId: string;
  readonly why: string;
}

export interface OpenEnquiryInput {
  readonly area: string;
  readonly arrangementId: string;
  readonly concern?: string | null;
  readonly ground: string;
  readonly groundReasons: string;
  readonly idempotencyKey: string;
  readonly immediateDanger: boolean;
  readonly receivedAt: string;
  readonly summary: string;
  readonly unit: string;
  readonly urgency: string;
}

export interface OpenUnitInput {
  readonly idempotencyKey: string;
  readonly name: string;
  readonly organisationId: string;
  readonly receivesRequests: boolean;
  readonly telephone: string;
}

export interface OrganisationCodeInput {
  readonly scheme: string;
  readonly value: string;
}

export interface OutsideItemInput {
  readonly about: readonly AboutInput[];
  readonly asOf?: string | null;
  readonly category: string;
  readonly confidential: boolean;
  readonly consentPosition: string;
  readonly criminalOffence: boolean;
  readonly historical?: boolean;
  readonly historicalNote?: string | null;
  readonly nature: string;
  readonly opinionHolder?: string | null;
  readonly requestItemId?: string | null;
  readonly restrictions?: readonly RestrictionInput[];
  readonly source?: string | null;
  readonly specialCategory: boolean;
  readonly statement: string;
}

export interface OwnBasisInput {
  readonly basis?: LawfulBasisInput | null;
  readonly itemId: string;
  readonly noConsentReason?: string | null;
}

export interface ParentalResponsibilityInput {
  readonly date: string;
  readonly type: string;
}

export interface PartnerInput {
  readonly kind: string;
  readonly organisationId: string;
}

export interface PersonAskedAboutInput {
  readonly identifyBy?: readonly string[];
  readonly personId: string;
}

export interface QuestionAnsweredInput {
  readonly answer: string;
  readonly question: string;
  readonly reason?: string | null;
}

export interface ReceiveDisclosureInput {
  readonly bases: readonly OwnBasisInput[];
  readonly disclosureId: string;
  readonly idempotencyKey: string;
}

export interface RecipientInput {
  readonly name?: string | null;
  readonly organisation: string;
  readonly practitioner?: string | null;
  readonly unit?: string | null;
}

export interface RecordAbsenceInput {
  readonly coveredBy: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly practitionerId: string;
  readonly until: string;
}

export interface RecordAddressInput {
  readonly address: string;
  readonly area: string;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly isProtected: boolean;
  readonly kind: string;
  readonly personId: string;
  readonly unit: string;
}

export interface RecordConsentInput {
  readonly about: readonly string[];
  readonly ageAtTime?: number | null;
  readonly assessment?: CompetenceAssessmentInput | null;
  readonly authority?: string | null;
  readonly categories: readonly string[];
  readonly enquiryId: string;
  readonly expires?: string | null;
  readonly form: string;
  readonly givenAt: string;
  readonly giver: string;
  readonly giverBasis: string;
  readonly giverName: string;
  readonly idempotencyKey: string;
  readonly informed: readonly string[];
  readonly kind: string;
  readonly mayBeReliedOnBy?: readonly ReliantPartyInput[];
  readonly noticeVersion: string;
  readonly parentalResponsibility?: ParentalResponsibilityInput | null;
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  readonly reviewDue?: string | null;
  readonly unit: string;
  readonly uses: readonly string[];
  readonly words: string;
}

export interface RecordConsentNotSoughtInput {
  readonly about: readonly string[];
  readonly enquiryId: string;
  readonly giver: string;
  readonly giverName: string;
  readonly idempotencyKey: string;
  readonly reason?: string | null;
  readonly unit: string;
  readonly words?: string | null;
}

export interface RecordConsentRefusalInput {
  readonly about: readonly string[];
  readonly at: string;
  readonly enquiryId: string;
  readonly giver: string;
  readonly giverName: string;
  readonly idempotencyKey: string;
  readonly unit: string;
  readonly words: string;
}

export interface RecordGroundsInput {
  readonly enquiryId: string;
  readonly ground: string;
  readonly idempotencyKey: string;
  readonly reasons: string;
}

export interface RecordOutsideDisclosureInput {
  readonly advisory?: AdvisoryInput | null;
  readonly enquiryId?: string | null;
  readonly evidence?: MethodEvidenceInput | null;
  readonly from: string;
  readonly idempotencyKey: string;
  readonly items: readonly OutsideItemInput[];
  readonly method?: string;
  readonly occurredAt?: string | null;
  readonly onwardIntention?: string | null;
  readonly people?: readonly DisclosedPersonInput[];
  readonly purpose: string;
  readonly reaches?: readonly string[];
  readonly requestId?: string | null;
  readonly saidBy?: string | null;
  readonly unit: string;
}

export interface RecordRefusalDiscussionInput {
  readonly at: string;
  readonly decisionId: string;
  readonly idempotencyKey: string;
  readonly notes: string;
  readonly with?: DiscussedWithInput | null;
}

export interface RefuseOnwardInput {
  readonly approvalId: string;
  readonly disclosureId: string;
  readonly idempotencyKey: string;
  readonly reasons: string;
}

export interface RegisterOrganisationInput {
  readonly codes?: readonly OrganisationCodeInput[];
  readonly idempotencyKey: string;
  readonly kind: string;
  readonly name: string;
  readonly publishedNumber: string;
  readonly usesHub: boolean;
}

export interface RegisterPersonInput {
  readonly address?: string | null;
  readonly alsoKnownAs?: readonly string[];
  readonly birth: BirthInput;
  readonly existenceMarker: boolean;
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly idempotencyKey: string;
  readonly nhsNumber?: string | null;
  readonly notTheSameAs?: readonly NotTheSameInput[];
  readonly searchId: string;
  readonly sex: string;
  readonly unit: string;
}

export interface RegisterPractitionerInput {
  readonly account?: AccountInput | null;
  readonly idempotencyKey: string;
  readonly name: string;
  readonly organisationId: string;
}

export interface RelatePeopleInput {
  readonly idempotencyKey: string;
  readonly personId: string;
  readonly relation: string;
  readonly to: string;
  readonly unit: string;
}

export interface ReliantPartyInput {
  readonly organisation: string;
  readonly unit: string;
}

export interface RequestInformationInput {
  readonly basis: LawfulBasisInput;
  readonly consentPosition: string;
  readonly criminalOffence: boolean;
  readonly due?: string | null;
  readonly enquiryId: string;
  readonly idempotencyKey: string;
  readonly items: readonly RequestItemInput[];
  readonly notSoughtReason?: string | null;
  readonly people: readonly PersonAskedAboutInput[];
  readonly publicTask?: string | null;
  readonly purpose: string;
  readonly reasons: string;
  readonly specialCategory: boolean;
  readonly to: AddresseeInput;
  readonly urgency: string;
  readonly whatAskingReveals: string;
}

export interface RequestItemInput {
  readonly about: readonly string[];
  readonly period?: string | null;
  readonly question: string;
  readonly why: string;
}

export interface RequestRecipientInput {
  readonly kind: string;
  readonly organisation: string;
  readonly practitionerId?: string | null;
  readonly reason?: string | null;
  readonly unit: string;
}

export interface RestrictionInput {
  readonly code: string;
  readonly people?: readonly string[];
  readonly practitioners?: readonly string[];
  readonly until?: string | null;
}

export interface SearchPeopleInput {
  readonly dateOfBirth?: string | null;
  readonly familyName?: string | null;
  readonly givenName?: string | null;
  readonly idempotencyKey: string;
  readonly nhsNumber?: string | null;
  readonly unit: string;
}

export interface SeekOnwardApprovalInput {
  readonly decisionId: string;
  readonly disclosureId: string;
  readonly idempotencyKey: string;
  readonly itemId: string;
  readonly recipient: RecipientInput;
}

export interface SendConcernInput {
  readonly basis: LawfulBasisInput;
  readonly harmIfNotShared: string;
  readonly harmIfShared: string;
  readonly hubOrganisation: string;
  readonly hubUnit: string;
  readonly idempotencyKey: string;
  readonly people: readonly ConcernPersonInput[];
  readonly reasons: string;
  readonly specialCategory: boolean;
  readonly statements: readonly ConcernStatementInput[];
  readonly unit: string;
}

export interface ShareOnwardInput {
  readonly advisory?: AdvisoryInput | null;
  readonly decisionId?: string | null;
  readonly evidence?: MethodEvidenceInput | null;
  readonly idempotencyKey: string;
  readonly itemId: string;
  readonly method?: string;
  readonly occurredAt?: string | null;
  readonly onwardIntention?: string | null;
  readonly parentId: string;
  readonly people?: readonly DisclosedPersonInput[];
  readonly purpose: string;
  readonly reaches?: readonly string[];
  readonly recipient: RecipientInput;
  readonly restrictions?: (readonly RestrictionInput[]) | null;
  readonly statement: StatementInput;
}

export interface StatementInput {
  readonly about: readonly AboutInput[];
  readonly asOf?: string | null;
  readonly historical?: boolean;
  readonly historicalNote?: string | null;
  readonly nature: string;
  readonly opinionHolder?: string | null;
  readonly source?: string | null;
  readonly statement: string;
}

export interface StatutoryTextsInput {
  readonly burdenConsidered?: string | null;
  readonly howS16EServed?: string | null;
  readonly necessity?: string | null;
  readonly proportionality?: string | null;
  readonly purpose?: string | null;
  readonly whyNeeded?: string | null;
}

export interface TakePostInput {
  readonly from: string;
  readonly idempotencyKey: string;
  readonly organisationId: string;
  readonly practitionerId: string;
  readonly roles: readonly string[];
  readonly title: string;
  readonly unitId: string;
}

export interface TellingInput {
  readonly due?: string | null;
  readonly exception?: string | null;
  readonly kind: string;
  readonly personId: string;
  readonly reasons: string;
  readonly toldAt?: string | null;
}

export interface WithdrawConsentInput {
  readonly at: string;
  readonly consentId: string;
  readonly idempotencyKey: string;
  readonly unit: string;
  readonly words?: string | null;
}

export interface AboutPerson {
  readonly capacity: string;
  readonly personId: string;
}

export interface Absence {
  readonly coveredBy: string;
  readonly from: string;
  readonly until: string;
}

export interface Accepted {
  readonly id: string;
  readonly irregular: readonly string[];
  readonly revision: string;
  readonly seen: string;
}

export interface Arrangement {
  readonly areas: readonly string[];
  readonly from: string;
  readonly hub: Party;
  readonly id: string;
  readonly name: string;
  readonly partners: readonly Partner[];
  readonly relevantAgencies: readonly string[];
  readonly signatories: readonly Signatory[];
}

export interface ArrangementPage {
  readonly items: readonly Arrangement[];
  readonly next: string | null;
  readonly total: number;
}

export interface Birth {
  readonly kind: string;
  readonly on: string | null;
}

export interface BrokenRule {
  readonly code: string;
  readonly rule: string;
}

export interface CapacityHeld {
  readonly capacity: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Change {
  readonly key: string | null;
  readonly view: string;
}

export interface Consent {
  readonly about: readonly string[];
  readonly at: string | null;
  readonly categories: readonly string[];
  readonly enquiryId: string;
  readonly expires: string | null;
  readonly form: string | null;
  readonly giver: string;
  readonly giverBasis: string | null;
  readonly giverName: string | null;
  readonly id: string;
  readonly informed: readonly string[];
  readonly invalidBecause: readonly string[];
  readonly kind: string | null;
  readonly mayBeReliedOnBy: readonly Party[];
  readonly notSoughtReason: string | null;
  readonly noticeVersion: string | null;
  readonly obtainedBy: Party;
  readonly purposes: readonly string[];
  readonly recipients: readonly string[];
  readonly reliances: readonly ConsentReliance[];
  readonly reviewDue: string | null;
  readonly status: string;
  readonly uses: readonly string[];
  readonly withdrawal: ConsentWithdrawal | null;
  readonly words: string | null;
}

export interface ConsentAdvisory {
  readonly given: boolean;
  readonly withheldReason: string | null;
  readonly words: string | null;
}

export interface ConsentPage {
  readonly items: readonly Consent[];
  readonly next: string | null;
  readonly total: number;
}

export interface ConsentReliance {
  readonly disclosureId: string;
  readonly items: readonly string[];
  readonly recipient: string;
  readonly sender: Party;
}

export interface ConsentWithdrawal {
  readonly at: string;
  readonly reportedBy: Party;
  readonly words: string | null;
}

export interface DecidedItem {
  readonly about: readonly string[];
  readonly basis: LawfulBasis | null;
  readonly category: string;
  readonly confidential: boolean;
  readonly consentId: string | null;
  readonly consentPosition: string;
  readonly criminalOffence: boolean;
  readonly drawnFrom: DecisionDrawnFrom | null;
  readonly itemId: string;
  readonly notSoughtFacts: string | null;
  readonly notSoughtReason: string | null;
  readonly reasons: string | null;
  readonly reasonsTold: string | null;
  readonly refusalReasons: readonly string[];
  readonly requestItemId: string | null;
  readonly share: boolean;
  readonly specialCategory: boolean;
  readonly wording: string | null;
}

export interface DecidedRecipient {
  readonly organisation: string;
  readonly practitioner: string | null;
  readonly unit: string | null;
}

export interface DecisionDrawnFrom {
  readonly disclosureId: string;
  readonly itemId: string;
}

export interface DisclosedItem {
  readonly about: readonly AboutPerson[];
  readonly asOf: string | null;
  readonly banner: string | null;
  readonly basis: LawfulBasis | null;
  readonly basisUnderReview: boolean;
  readonly category: string;
  readonly consentId: string | null;
  readonly consentPosition: string | null;
  readonly drawnFrom: DisclosureDrawnFrom | null;
  readonly historical: boolean;
  readonly historicalNote: string | null;
  readonly itemId: string;
  readonly nature: string;
  readonly onConsentAlone: boolean;
  readonly opinionHolder: string | null;
  readonly originator: string;
  readonly ownBasis: LawfulBasis | null;
  readonly requestItemId: string | null;
  readonly restrictions: readonly Restriction[];
  readonly source: string | null;
  readonly statement: string | null;
  readonly withheld: Withheld | null;
}

export interface DisclosedPerson {
  readonly identification: Identification | null;
  readonly personId: string;
}

export interface Disclosure {
  readonly accepted: DisclosureStep | null;
  readonly advisory: ConsentAdvisory;
  readonly decisionId: string | null;
  readonly enquiryId: string | null;
  readonly id: string;
  readonly irregular: readonly string[];
  readonly items: readonly DisclosedItem[];
  readonly kind: string;
  readonly madeBy: DisclosureMadeBy;
  readonly method: string;
  readonly occurredAt: string;
  readonly onwardIntention: string | null;
  readonly parentId: string | null;
  readonly people: readonly DisclosedPerson[];
  readonly purpose: string;
  readonly reaches: readonly string[];
  readonly received: DisclosureStep | null;
  readonly recipient: DisclosureRecipient;
  readonly recordedAt: string;
  readonly recordedBy: Party;
  readonly refusedOnward: readonly OnwardAttempt[];
  readonly requestId: string | null;
  readonly sender: Party;
  readonly side: string;
  readonly useLimitation: string | null;
}

export interface DisclosureDrawnFrom {
  readonly disclosureId: string;
  readonly itemId: string;
}

export interface DisclosureMadeBy {
  readonly name: string | null;
  readonly practitioner: string | null;
}

export interface DisclosurePage {
  readonly items: readonly Disclosure[];
  readonly next: string | null;
  readonly total: number;
}

export interface DisclosureRecipient {
  readonly name: string | null;
  readonly organisation: string;
  readonly practitioner: string | null;
  readonly unit: string | null;
}

export interface DisclosureStep {
  readonly at: string;
  readonly by: string | null;
}

export interface Enquiry {
  readonly accountable: string;
  readonly area: string;
  readonly arrangementId: string;
  readonly concern: string | null;
  readonly grounds: readonly EnquiryGroundRecorded[];
  readonly id: string;
  readonly immediateDanger: boolean;
  readonly informed: readonly PersonInformedRecord[];
  readonly lead: Party;
  readonly openedAt: string;
  readonly people: readonly PersonInEnquiry[];
  readonly receivedAt: string;
  readonly summary: string | null;
  readonly urgency: string;
  readonly worker: string | null;
}

export interface EnquiryGroundRecorded {
  readonly ground: string;
  readonly reasons: string | null;
  readonly recordedAt: string;
}

export interface EnquiryPage {
  readonly items: readonly Enquiry[];
  readonly next: string | null;
  readonly total: number;
}

export interface Identification {
  readonly address: string | null;
  readonly alsoKnownAs: (readonly string[]) | null;
  readonly birth: Birth | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly nhsNumber: string | null;
  readonly sex: string | null;
}

export interface InformationRequest {
  readonly askedAt: string;
  readonly askedBy: string;
  readonly basis: LawfulBasis;
  readonly consentPosition: string;
  readonly criminalOffence: boolean;
  readonly dispute: RequestDispute | null;
  readonly due: string;
  readonly enquiryId: string;
  readonly from: Party;
  readonly id: string;
  readonly items: readonly RequestItem[];
  readonly notSoughtReason: string | null;
  readonly overdue: boolean;
  readonly people: readonly PersonAskedAbout[];
  readonly publicTask: string | null;
  readonly purpose: string;
  readonly reasons: string | null;
  readonly side: string;
  readonly specialCategory: boolean;
  readonly statutory: StatutoryPart | null;
  readonly to: Party;
  readonly urgency: string;
  readonly whatAskingReveals: string | null;
  readonly worker: string | null;
}

export interface InformationRequestPage {
  readonly items: readonly InformationRequest[];
  readonly next: string | null;
  readonly total: number;
}

export interface ItemAnswer {
  readonly at: string;
  readonly decisionId: string | null;
  readonly disclosureId: string | null;
  readonly kind: string;
  readonly method: string | null;
  readonly recordedBy: Party | null;
  readonly systemsSearched: (readonly string[]) | null;
  readonly told: string | null;
}

export interface KnownTo {
  readonly organisation: string;
  readonly organisationName: string | null;
  readonly telephone: string | null;
  readonly unit: string;
  readonly unitName: string | null;
}

export interface LawfulBasis {
  readonly annex1Conditions: (readonly string[]) | null;
  readonly article6: string | null;
  readonly article9: string | null;
  readonly article10Condition: string | null;
  readonly confidentialityBasis: string | null;
  readonly gateways: readonly string[];
  readonly regime: string;
  readonly schedule1Condition: string | null;
  readonly schedule8Condition: string | null;
}

export interface Mandate {
  readonly agency: string;
  readonly auditor: string;
  readonly endedAt: string | null;
  readonly from: string;
  readonly givenBy: string;
  readonly id: string;
  readonly purpose: string | null;
  readonly until: string;
}

export interface MandatePage {
  readonly items: readonly Mandate[];
  readonly next: string | null;
  readonly total: number;
}

export interface Me {
  readonly agency: string;
  readonly name: string | null;
  readonly permissions: readonly string[];
  readonly practitionerId: string;
  readonly roles: readonly string[];
  readonly units: readonly string[];
}

export interface OnwardApproval {
  readonly answer: OnwardApprovalAnswer | null;
  readonly by: Party;
  readonly childId: string | null;
  readonly decisionId: string | null;
  readonly disclosureId: string;
  readonly id: string;
  readonly itemId: string;
  readonly originator: Party;
  readonly purpose: string;
  readonly recipient: OnwardRecipient;
  readonly side: string;
  readonly soughtAt: string;
  readonly status: string;
  readonly wording: string | null;
}

export interface OnwardApprovalAnswer {
  readonly at: string;
  readonly by: string;
  readonly reasons: string | null;
}

export interface OnwardApprovalPage {
  readonly items: readonly OnwardApproval[];
  readonly next: string | null;
  readonly total: number;
}

export interface OnwardAttempt {
  readonly at: string;
  readonly by: Party;
  readonly itemId: string;
  readonly reasons: readonly BrokenRule[];
  readonly recipient: string;
}

export interface OnwardRecipient {
  readonly organisation: string;
  readonly practitioner: string | null;
  readonly unit: string | null;
}

export interface Organisation {
  readonly capacities: readonly CapacityHeld[];
  readonly codes: readonly OrganisationCode[];
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly publishedNumber: string;
  readonly units: readonly Unit[];
  readonly usesHub: boolean;
}

export interface OrganisationCode {
  readonly scheme: string;
  readonly value: string;
}

export interface OrganisationPage {
  readonly items: readonly Organisation[];
  readonly next: string | null;
  readonly total: number;
}

export interface Partner {
  readonly kind: string;
  readonly organisationId: string;
}

export interface Party {
  readonly organisation: string;
  readonly unit: string | null;
}

export interface PeopleFound {
  readonly matches: readonly PersonMatch[];
  readonly searchId: string;
  readonly searched: SearchedFor;
  readonly seen: string;
}

export interface Person {
  readonly addresses: readonly PersonAddress[];
  readonly enquiries: readonly PersonInEnquiries[];
  readonly id: string;
  readonly identification: Identification;
  readonly knownAs: string;
  readonly knownTo: readonly KnownTo[];
  readonly relations: readonly PersonRelation[];
}

export interface PersonAddress {
  readonly address: string | null;
  readonly area: string;
  readonly from: string;
  readonly isProtected: boolean;
  readonly kind: string;
  readonly placeId: string;
}

export interface PersonAskedAbout {
  readonly capacity: string;
  readonly identification: Identification | null;
  readonly personId: string;
}

export interface PersonInEnquiries {
  readonly capacity: string;
  readonly enquiryId: string;
}

export interface PersonInEnquiry {
  readonly capacity: string;
  readonly from: string;
  readonly identification: Identification | null;
  readonly personId: string;
}

export interface PersonInformedRecord {
  readonly at: string;
  readonly personId: string;
  readonly told: string | null;
}

export interface PersonMatch {
  readonly person: Person;
  readonly why: readonly string[];
}

export interface PersonPage {
  readonly items: readonly Person[];
  readonly next: string | null;
  readonly total: number;
}

export interface PersonRelation {
  readonly relation: string;
  readonly to: string;
}

export interface Post {
  readonly from: string;
  readonly organisationId: string;
  readonly postId: string;
  readonly roles: readonly string[];
  readonly title: string;
  readonly to: string | null;
  readonly unitId: string;
}

export interface Practitioner {
  readonly absence: Absence | null;
  readonly id: string;
  readonly name: string | null;
  readonly organisationId: string;
  readonly posts: readonly Post[];
}

export interface PractitionerPage {
  readonly items: readonly Practitioner[];
  readonly next: string | null;
  readonly total: number;
}

export interface QuestionAnswered {
  readonly answer: string;
  readonly question: string;
  readonly reason: string | null;
}

export interface Reason {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly rule: string;
}

export interface RefusalDiscussion {
  readonly at: string;
  readonly by: string;
  readonly notes: string | null;
  readonly with: Party;
}

export interface Rejected {
  readonly reasons: readonly Reason[];
}

export interface RequestDispute {
  readonly at: string;
  readonly reason: string;
  readonly words: string | null;
}

export interface RequestItem {
  readonly about: readonly string[];
  readonly answer: ItemAnswer | null;
  readonly itemId: string;
  readonly period: string | null;
  readonly question: string | null;
  readonly why: string | null;
}

export interface RequestRecipient {
  readonly kind: string;
  readonly party: Party;
  readonly practitionerId: string | null;
  readonly reason: string | null;
}

export interface Restriction {
  readonly code: string;
  readonly people: readonly string[];
  readonly practitioners: readonly string[];
  readonly says: string;
  readonly until: string | null;
}

export interface SearchedFor {
  readonly dateOfBirth: string | null;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly nhsNumber: string | null;
}

export interface SharingDecision {
  readonly advice: string | null;
  readonly answers: readonly QuestionAnswered[];
  readonly by: Party;
  readonly decidedAt: string;
  readonly decidedBy: string;
  readonly discussions: readonly RefusalDiscussion[];
  readonly enquiryId: string | null;
  readonly id: string;
  readonly items: readonly DecidedItem[];
  readonly outcome: string;
  readonly protects: readonly string[];
  readonly purpose: string;
  readonly quality: readonly string[];
  readonly reasons: string | null;
  readonly recipients: readonly DecidedRecipient[];
  readonly requestId: string | null;
  readonly requester: Party | null;
  readonly supersededBy: string | null;
  readonly supersedes: string | null;
  readonly telling: readonly Telling[];
  readonly trigger: string;
  readonly weighing: Weighing | null;
}

export interface SharingDecisionPage {
  readonly items: readonly SharingDecision[];
  readonly next: string | null;
  readonly total: number;
}

export interface Signatory {
  readonly from: string;
  readonly organisationId: string;
  readonly practitionerId: string;
  readonly reference: string;
}

export interface StatutoryPart {
  readonly arrangementId: string;
  readonly authorityReference: string;
  readonly power: string;
  readonly recipients: readonly RequestRecipient[];
  readonly signatory: string;
  readonly statutoryFunction: string;
  readonly texts: StatutoryTexts | null;
}

export interface StatutoryTexts {
  readonly burdenConsidered: string;
  readonly howS16EServed: string | null;
  readonly necessity: string;
  readonly proportionality: string;
  readonly purpose: string;
  readonly whyNeeded: string;
}

export interface Telling {
  readonly due: string | null;
  readonly exception: string | null;
  readonly kind: string;
  readonly personId: string;
  readonly reasons: string | null;
  readonly toldAt: string | null;
}

export interface Unit {
  readonly name: string;
  readonly receivesRequests: boolean;
  readonly telephone: string;
  readonly unitId: string;
}

export interface Weighing {
  readonly ifNotShared: string;
  readonly ifShared: string;
}

export interface Withheld {
  readonly message: string;
  readonly rule: string;
}

export interface WorkItem {
  readonly approvalId: string | null;
  readonly awayWorker: string | null;
  readonly consentId: string | null;
  readonly decisionId: string | null;
  readonly disclosureId: string | null;
  readonly due: string | null;
  readonly enquiryId: string | null;
  readonly id: string;
  readonly items: readonly string[];
  readonly kind: string;
  readonly party: Party;
  readonly personId: string | null;
  readonly requestId: string | null;
  readonly since: string;
  readonly urgency: string | null;
  readonly worker: string | null;
}

export interface WorkItemPage {
  readonly items: readonly WorkItem[];
  readonly next: string | null;
  readonly total: number;
}

export type CommandResult = Accepted | Rejected;

export type SearchResult = PeopleFound | Rejected;

/** Everything of a type, as a query asks for it. */
export const everythingOf = {
  AboutPerson: 'capacity personId',
  Absence: 'coveredBy from until',
  Accepted: 'id irregular revision seen',
  Arrangement: 'areas from hub { organisation unit } id name partners { kind organisationId } relevantAgencies signatories { from organisationId practitionerId reference }',
  ArrangementPage: 'items { areas from hub { organisation unit } id name partners { kind organisationId } relevantAgencies signatories { from organisationId practitionerId reference } } next total',
  Birth: 'kind on',
  BrokenRule: 'code rule',
  CapacityHeld: 'capacity from to',
  Change: 'key view',
  Consent: 'about at categories enquiryId expires form giver giverBasis giverName id informed invalidBecause kind mayBeReliedOnBy { organisation unit } notSoughtReason noticeVersion obtainedBy { organisation unit } purposes recipients reliances { disclosureId items recipient sender { organisation unit } } reviewDue status uses withdrawal { at reportedBy { organisation unit } words } words',
  ConsentAdvisory: 'given withheldReason words',
  ConsentPage: 'items { about at categories enquiryId expires form giver giverBasis giverName id informed invalidBecause kind mayBeReliedOnBy { organisation unit } notSoughtReason noticeVersion obtainedBy { organisation unit } purposes recipients reliances { disclosureId items recipient sender { organisation unit } } reviewDue status uses withdrawal { at reportedBy { organisation unit } words } words } next total',
  ConsentReliance: 'disclosureId items recipient sender { organisation unit }',
  ConsentWithdrawal: 'at reportedBy { organisation unit } words',
  DecidedItem: 'about basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } category confidential consentId consentPosition criminalOffence drawnFrom { disclosureId itemId } itemId notSoughtFacts notSoughtReason reasons reasonsTold refusalReasons requestItemId share specialCategory wording',
  DecidedRecipient: 'organisation practitioner unit',
  DecisionDrawnFrom: 'disclosureId itemId',
  DisclosedItem: 'about { capacity personId } asOf banner basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } basisUnderReview category consentId consentPosition drawnFrom { disclosureId itemId } historical historicalNote itemId nature onConsentAlone opinionHolder originator ownBasis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } requestItemId restrictions { code people practitioners says until } source statement withheld { message rule }',
  DisclosedPerson: 'identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId',
  Disclosure: 'accepted { at by } advisory { given withheldReason words } decisionId enquiryId id irregular items { about { capacity personId } asOf banner basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } basisUnderReview category consentId consentPosition drawnFrom { disclosureId itemId } historical historicalNote itemId nature onConsentAlone opinionHolder originator ownBasis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } requestItemId restrictions { code people practitioners says until } source statement withheld { message rule } } kind madeBy { name practitioner } method occurredAt onwardIntention parentId people { identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } purpose reaches received { at by } recipient { name organisation practitioner unit } recordedAt recordedBy { organisation unit } refusedOnward { at by { organisation unit } itemId reasons { code rule } recipient } requestId sender { organisation unit } side useLimitation',
  DisclosureDrawnFrom: 'disclosureId itemId',
  DisclosureMadeBy: 'name practitioner',
  DisclosurePage: 'items { accepted { at by } advisory { given withheldReason words } decisionId enquiryId id irregular items { about { capacity personId } asOf banner basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } basisUnderReview category consentId consentPosition drawnFrom { disclosureId itemId } historical historicalNote itemId nature onConsentAlone opinionHolder originator ownBasis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } requestItemId restrictions { code people practitioners says until } source statement withheld { message rule } } kind madeBy { name practitioner } method occurredAt onwardIntention parentId people { identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } purpose reaches received { at by } recipient { name organisation practitioner unit } recordedAt recordedBy { organisation unit } refusedOnward { at by { organisation unit } itemId reasons { code rule } recipient } requestId sender { organisation unit } side useLimitation } next total',
  DisclosureRecipient: 'name organisation practitioner unit',
  DisclosureStep: 'at by',
  Enquiry: 'accountable area arrangementId concern grounds { ground reasons recordedAt } id immediateDanger informed { at personId told } lead { organisation unit } openedAt people { capacity from identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } receivedAt summary urgency worker',
  EnquiryGroundRecorded: 'ground reasons recordedAt',
  EnquiryPage: 'items { accountable area arrangementId concern grounds { ground reasons recordedAt } id immediateDanger informed { at personId told } lead { organisation unit } openedAt people { capacity from identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } receivedAt summary urgency worker } next total',
  Identification: 'address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex',
  InformationRequest: 'askedAt askedBy basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } consentPosition criminalOffence dispute { at reason words } due enquiryId from { organisation unit } id items { about answer { at decisionId disclosureId kind method recordedBy { organisation unit } systemsSearched told } itemId period question why } notSoughtReason overdue people { capacity identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } publicTask purpose reasons side specialCategory statutory { arrangementId authorityReference power recipients { kind party { organisation unit } practitionerId reason } signatory statutoryFunction texts { burdenConsidered howS16EServed necessity proportionality purpose whyNeeded } } to { organisation unit } urgency whatAskingReveals worker',
  InformationRequestPage: 'items { askedAt askedBy basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } consentPosition criminalOffence dispute { at reason words } due enquiryId from { organisation unit } id items { about answer { at decisionId disclosureId kind method recordedBy { organisation unit } systemsSearched told } itemId period question why } notSoughtReason overdue people { capacity identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId } publicTask purpose reasons side specialCategory statutory { arrangementId authorityReference power recipients { kind party { organisation unit } practitionerId reason } signatory statutoryFunction texts { burdenConsidered howS16EServed necessity proportionality purpose whyNeeded } } to { organisation unit } urgency whatAskingReveals worker } next total',
  ItemAnswer: 'at decisionId disclosureId kind method recordedBy { organisation unit } systemsSearched told',
  KnownTo: 'organisation organisationName telephone unit unitName',
  LawfulBasis: 'annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition',
  Mandate: 'agency auditor endedAt from givenBy id purpose until',
  MandatePage: 'items { agency auditor endedAt from givenBy id purpose until } next total',
  Me: 'agency name permissions practitionerId roles units',
  OnwardApproval: 'answer { at by reasons } by { organisation unit } childId decisionId disclosureId id itemId originator { organisation unit } purpose recipient { organisation practitioner unit } side soughtAt status wording',
  OnwardApprovalAnswer: 'at by reasons',
  OnwardApprovalPage: 'items { answer { at by reasons } by { organisation unit } childId decisionId disclosureId id itemId originator { organisation unit } purpose recipient { organisation practitioner unit } side soughtAt status wording } next total',
  OnwardAttempt: 'at by { organisation unit } itemId reasons { code rule } recipient',
  OnwardRecipient: 'organisation practitioner unit',
  Organisation: 'capacities { capacity from to } codes { scheme value } id kind name publishedNumber units { name receivesRequests telephone unitId } usesHub',
  OrganisationCode: 'scheme value',
  OrganisationPage: 'items { capacities { capacity from to } codes { scheme value } id kind name publishedNumber units { name receivesRequests telephone unitId } usesHub } next total',
  Partner: 'kind organisationId',
  Party: 'organisation unit',
  PeopleFound: 'matches { person { addresses { address area from isProtected kind placeId } enquiries { capacity enquiryId } id identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } knownAs knownTo { organisation organisationName telephone unit unitName } relations { relation to } } why } searchId searched { dateOfBirth familyName givenName nhsNumber } seen',
  Person: 'addresses { address area from isProtected kind placeId } enquiries { capacity enquiryId } id identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } knownAs knownTo { organisation organisationName telephone unit unitName } relations { relation to }',
  PersonAddress: 'address area from isProtected kind placeId',
  PersonAskedAbout: 'capacity identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId',
  PersonInEnquiries: 'capacity enquiryId',
  PersonInEnquiry: 'capacity from identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } personId',
  PersonInformedRecord: 'at personId told',
  PersonMatch: 'person { addresses { address area from isProtected kind placeId } enquiries { capacity enquiryId } id identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } knownAs knownTo { organisation organisationName telephone unit unitName } relations { relation to } } why',
  PersonPage: 'items { addresses { address area from isProtected kind placeId } enquiries { capacity enquiryId } id identification { address alsoKnownAs birth { kind on } familyName givenName nhsNumber sex } knownAs knownTo { organisation organisationName telephone unit unitName } relations { relation to } } next total',
  PersonRelation: 'relation to',
  Post: 'from organisationId postId roles title to unitId',
  Practitioner: 'absence { coveredBy from until } id name organisationId posts { from organisationId postId roles title to unitId }',
  PractitionerPage: 'items { absence { coveredBy from until } id name organisationId posts { from organisationId postId roles title to unitId } } next total',
  QuestionAnswered: 'answer question reason',
  Reason: 'code message remedy rule',
  RefusalDiscussion: 'at by notes with { organisation unit }',
  Rejected: 'reasons { code message remedy rule }',
  RequestDispute: 'at reason words',
  RequestItem: 'about answer { at decisionId disclosureId kind method recordedBy { organisation unit } systemsSearched told } itemId period question why',
  RequestRecipient: 'kind party { organisation unit } practitionerId reason',
  Restriction: 'code people practitioners says until',
  SearchedFor: 'dateOfBirth familyName givenName nhsNumber',
  SharingDecision: 'advice answers { answer question reason } by { organisation unit } decidedAt decidedBy discussions { at by notes with { organisation unit } } enquiryId id items { about basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } category confidential consentId consentPosition criminalOffence drawnFrom { disclosureId itemId } itemId notSoughtFacts notSoughtReason reasons reasonsTold refusalReasons requestItemId share specialCategory wording } outcome protects purpose quality reasons recipients { organisation practitioner unit } requestId requester { organisation unit } supersededBy supersedes telling { due exception kind personId reasons toldAt } trigger weighing { ifNotShared ifShared }',
  SharingDecisionPage: 'items { advice answers { answer question reason } by { organisation unit } decidedAt decidedBy discussions { at by notes with { organisation unit } } enquiryId id items { about basis { annex1Conditions article6 article9 article10Condition confidentialityBasis gateways regime schedule1Condition schedule8Condition } category confidential consentId consentPosition criminalOffence drawnFrom { disclosureId itemId } itemId notSoughtFacts notSoughtReason reasons reasonsTold refusalReasons requestItemId share specialCategory wording } outcome protects purpose quality reasons recipients { organisation practitioner unit } requestId requester { organisation unit } supersededBy supersedes telling { due exception kind personId reasons toldAt } trigger weighing { ifNotShared ifShared } } next total',
  Signatory: 'from organisationId practitionerId reference',
  StatutoryPart: 'arrangementId authorityReference power recipients { kind party { organisation unit } practitionerId reason } signatory statutoryFunction texts { burdenConsidered howS16EServed necessity proportionality purpose whyNeeded }',
  StatutoryTexts: 'burdenConsidered howS16EServed necessity proportionality purpose whyNeeded',
  Telling: 'due exception kind personId reasons toldAt',
  Unit: 'name receivesRequests telephone unitId',
  Weighing: 'ifNotShared ifShared',
  Withheld: 'message rule',
  WorkItem: 'approvalId awayWorker consentId decisionId disclosureId due enquiryId id items kind party { organisation unit } personId requestId since urgency worker',
  WorkItemPage: 'items { approvalId awayWorker consentId decisionId disclosureId due enquiryId id items kind party { organisation unit } personId requestId since urgency worker } next total',
} as const;
