import { type CodeOf } from '../codes/code-list.js';
import { SCHEDULE_1 } from './article-9.js';

/** Criminal-offence data stands on Article 10: under official authority, or on a Schedule 1 condition. */
export const ARTICLE_10 = { OFFICIAL_AUTHORITY: { label: 'Under the control of official authority' }, ...SCHEDULE_1 } as const;
export type Article10Code = CodeOf<typeof ARTICLE_10>;

/** Data Protection Act 2018, Schedule 8: sensitive processing for law enforcement (4.5). Paragraphs 1 to 4 were read. */
export const SCHEDULE_8 = {
  '1': { label: 'Statutory function and substantial public interest (paragraph 1)' },
  '2': { label: 'Administration of justice (paragraph 2)' },
  '3': { label: 'Vital interests (paragraph 3)' },
  '4': { label: 'Safeguarding of children and of individuals at risk (paragraph 4)' },
} as const;
export type Schedule8Code = CodeOf<typeof SCHEDULE_8>;

/** Exemptions switch duties off; none of them is a basis for sharing (4.R8). */
export const EXEMPTIONS = {
  SCH2_P2: { label: 'Prevention or detection of crime (Schedule 2 paragraph 2)' },
  SCH2_P5: { label: 'Required by law, or for legal proceedings (Schedule 2 paragraph 5)' },
  SCH2_P16: { label: 'Protection of the rights of others (Schedule 2 paragraph 16)' },
  SCH2_P17: { label: 'Reasonableness of disclosing others’ data (Schedule 2 paragraph 17)' },
  SCH3_PART2: { label: 'Health data (Schedule 3 Part 2)' },
  SCH3_PART3: { label: 'Social work data (Schedule 3 Part 3)' },
  SCH3_PART4: { label: 'Education data (Schedule 3 Part 4)' },
  SCH3_PART5: { label: 'Child-abuse data (Schedule 3 Part 5)' },
} as const;
export type ExemptionCode = CodeOf<typeof EXEMPTIONS>;

/** The regime a controller processes under. */
export const REGIMES = {
  UKGDPR: { label: 'UK GDPR' },
  PART3: { label: 'Law enforcement (Data Protection Act 2018 Part 3)' },
} as const;
export type RegimeCode = CodeOf<typeof REGIMES>;
