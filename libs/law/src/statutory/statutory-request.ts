import { type Instant } from '../instants/instant.js';
import { type LocalDate } from '../instants/local-date.js';
import { type Commencement } from '../ruleset/commencement.js';
import { type PartnerMembership } from './partners.js';
import { type AddresseeKindCode, type PurposeFunctionCode, type RecipientTypeCode, type StatutoryPowerCode } from './powers.js';

/** The conditions of section 45, and of the historical section 14B (1.5, 1.4). */
export type FourConditions = { readonly c1: boolean; readonly c2: boolean; readonly c3: boolean; readonly c4: boolean };

export type RequestRecipient = { readonly type: RecipientTypeCode; readonly name: string; readonly reason?: string };

/** What a partner writes to use a power (1.6). */
export type StatutoryRequestForm = {
  readonly power: StatutoryPowerCode;
  readonly addressee: AddresseeKindCode;
  readonly purposeFunction?: PurposeFunctionCode;
  readonly purposeText: string;
  readonly whyNeededText: string;
  readonly necessityText: string;
  readonly proportionalityText: string;
  readonly burdenConsideredText: string;
  readonly recipients: readonly RequestRecipient[];
  /** Whether it asks for facts about one child's case, for which sections 47(9) and 27 are the usual powers. */
  readonly aboutIndividualChild: boolean;
  readonly howS16EServed?: string;
  readonly conditions?: FourConditions;
  readonly consentIsPrecondition: boolean;
  /** Whether it is safe to tell the person concerned: decided apart from the request (1.R11). */
  readonly safeToTell?: { readonly safe: boolean; readonly reason: string };
};

/** What the directory and the clock say. */
export type StatutoryRequestFacts = {
  readonly issuedAt: Instant;
  readonly area: string;
  readonly issuerMemberships: readonly PartnerMembership[];
  readonly issuerIsSafeguardingAdultsBoard?: boolean;
  readonly issuerIsLocalAuthority?: boolean;
  /** When the area's Local Safeguarding Children Board gave way to the partners. */
  readonly lscbSwitchDate?: LocalDate;
  readonly commencement?: Commencement;
};
