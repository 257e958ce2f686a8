import { type CodeOf } from '../codes/code-list.js';

/** The questions put before a decision, both generations together (2.3, 2.4). */
export const DECISION_QUESTIONS = {
  PURPOSE: { label: 'Is there a clear and legitimate purpose for sharing?' },
  IDENTIFIABLE: { label: 'Can a living person be identified from the information?' },
  CONFIDENTIAL: { label: 'Is the information confidential?' },
  CONSENT: { label: 'Do you have consent to share?' },
  LAWFUL_REASON: { label: 'Is there a lawful reason to share without consent?' },
  PUBLIC_INTEREST: { label: 'Does the public interest in sharing outweigh the duty of confidence?' },
} as const;
export type DecisionQuestionCode = CodeOf<typeof DECISION_QUESTIONS>;

export const QUESTION_ANSWERS = {
  YES: { label: 'Yes' },
  NO: { label: 'No' },
  UNSURE: { label: 'Not sure' },
} as const;
export type QuestionAnswer = CodeOf<typeof QUESTION_ANSWERS>;

/** A question not reached has no answer. */
export type DecisionAnswers = { readonly [Question in DecisionQuestionCode]?: QuestionAnswer };

export const SHARING_OUTCOMES = {
  MUST_SHARE: { label: 'Must share' },
  MAY_SHARE: { label: 'May share' },
  DO_NOT_SHARE: { label: 'Do not share' },
  SEEK_ADVICE: { label: 'Seek advice' },
} as const;
export type SharingOutcomeCode = CodeOf<typeof SHARING_OUTCOMES>;

/** Where the answers lead, by which row of the table, and why. */
export type SharingResult = {
  readonly outcome: SharingOutcomeCode;
  readonly row: string;
  readonly reasons: readonly string[];
};

export const result = (outcome: SharingOutcomeCode, row: string, ...reasons: readonly string[]): SharingResult => ({ outcome, row, reasons });

/** Not answered is not known: both send the practitioner to advice (2.R5). */
export const unsure = (answer: QuestionAnswer | undefined): boolean => answer === undefined || answer === 'UNSURE';

export const adviceOn = (question: DecisionQuestionCode): SharingResult =>
  result('SEEK_ADVICE', 'f', `It is not clear: ${DECISION_QUESTIONS[question].label} Seek advice, without naming the person where possible, and record what came of it.`);
