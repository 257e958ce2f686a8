import { type Instant } from '../instants/instant.js';
import { type ConsentKindCode, type ConsentUseCode } from '../consent/consent-codes.js';
import { type NotSoughtReasonCode } from '../consent/reasons-not-sought.js';
import { type Commencement } from '../ruleset/commencement.js';
import { type Annex1Code, type Article6Code } from './article-6.js';
import { type Article9Code, type Schedule1Code } from './article-9.js';
import { type ConfidentialityBasisCode, type StatutoryBarCode } from './confidentiality.js';
import { type Article10Code, type RegimeCode, type Schedule8Code } from './criminal-and-part-3.js';
import { type GatewayCode } from './gateways.js';

/** A bar that was looked at, and how it was settled (4.9). */
export type BarCheck = {
  readonly bar: StatutoryBarCode;
  readonly outcome: 'DOES_NOT_APPLY' | 'RESOLVED' | 'UNRESOLVED';
  readonly how: string;
};

/**
 * What a controller says it relies on (4.7). Whether it is a public authority at its public task is a fact about
 * the controller, taken from the directory and passed in the facts, so that nobody can choose it on a form.
 */
export type LawfulBasisSet = {
  readonly regime: RegimeCode;
  readonly barsChecked: readonly BarCheck[];
  readonly article6?: Article6Code;
  readonly annex1Conditions?: readonly Annex1Code[];
  readonly article9?: Article9Code;
  readonly schedule1Condition?: Schedule1Code;
  readonly article10Condition?: Article10Code;
  readonly schedule8Condition?: Schedule8Code;
  readonly gateways: readonly GatewayCode[];
  readonly confidentialityBasis?: ConfidentialityBasisCode;
  readonly humanRightsNote?: string;
};

/** A consent that stands at the moment, and how far it reaches over the sharing in question. */
export type LiveConsent = {
  readonly kind: ConsentKindCode;
  /** Consent to data use, to lifting confidence and to a service are three things (section 3). */
  readonly uses: readonly ConsentUseCode[];
  readonly coversPurpose: boolean;
  readonly coversCategories: boolean;
  readonly coversRecipient: boolean;
};

/** What is known about the sharing, from elsewhere than the form. */
export type LawfulBasisFacts = {
  readonly at: Instant;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly confidential: boolean;
  readonly publicAuthority: boolean;
  readonly inPublicTask: boolean;
  readonly liveConsent?: LiveConsent;
  readonly incapacityRecorded?: boolean;
  readonly weighingCompleted?: boolean;
  readonly requestStatesPublicTask?: boolean;
  readonly subjectUnder18OrAtRisk?: boolean;
  readonly noConsentReason?: NotSoughtReasonCode;
  readonly sourceRegime: RegimeCode;
  readonly lawEnforcementPurpose: boolean;
  readonly commencement?: Commencement;
};
