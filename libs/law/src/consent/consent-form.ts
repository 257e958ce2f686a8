import { type Instant } from '../instants/instant.js';
import { type LocalDate } from '../instants/local-date.js';
import { type ConsentFormCode, type ConsentKindCode, type ConsentUseCode, type GiverBasisCode, type PrEvidenceCode } from './consent-codes.js';
import { type InformedItemCode } from './informed-items.js';

/** A judgement about one person's understanding of one decision at one time (3.R3, Mental Capacity Act 2005). */
export type CompetenceAssessment = {
  readonly by: string;
  readonly at: Instant;
  readonly why: string;
  readonly canDecide: boolean;
};

/** A consent as it is recorded (3.4). */
export type ConsentRecord = {
  readonly uses: readonly ConsentUseCode[];
  readonly giverBasis: GiverBasisCode;
  readonly kind: ConsentKindCode;
  readonly form: ConsentFormCode;
  readonly prEvidence?: { readonly type: PrEvidenceCode; readonly date: LocalDate };
  /** Registered power of attorney or order of the court, for ATTORNEY and DEPUTY. */
  readonly authorityEvidence?: string;
  readonly competenceAssessment?: CompetenceAssessment;
  readonly purposes: readonly string[];
  readonly dataCategories: readonly string[];
  readonly recipientOrgs: readonly string[];
  readonly informedItems: readonly InformedItemCode[];
  readonly noticeVersion: string;
  readonly givenAt: Instant;
  readonly reviewDueOn?: LocalDate;
  readonly expiresAt?: Instant;
  readonly withdrawnAt?: Instant;
};

export type ConsentFacts = {
  readonly at: Instant;
  /** Age of the person the information is about, where it is known. */
  readonly subjectAge?: number;
  readonly specialCategory: boolean;
  /** Whether Article 9(2)(a) is relied on. */
  readonly reliesOnArticle9a: boolean;
};
