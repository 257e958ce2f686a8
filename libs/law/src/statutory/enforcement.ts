import { type CodeOf } from '../codes/code-list.js';
import { describeDate } from '../instants/describe-instant.js';
import { type LocalDate } from '../instants/local-date.js';
import { problem, unless, type Problem } from '../problem/problem.js';
import { STATUTORY_POWERS, type StatutoryPowerCode } from './powers.js';

export const ENFORCEMENT_COURTS = {
  HIGH_COURT: { label: 'High Court' },
  COUNTY_COURT: { label: 'County court' },
} as const;
export type EnforcementCourtCode = CodeOf<typeof ENFORCEMENT_COURTS>;

/** The wish for an answer by a day; the law sets no period, so it is never called a deadline (1.R5). */
export const describeResponseDate = (by: LocalDate): string => `Requested by ${describeDate(by)}`;

/** 1.R6: only the partner that asked may go to court, for an injunction, and only under a power that names a court. */
export const checkCourtApplication = (application: {
  readonly power: StatutoryPowerCode;
  readonly issuer: string;
  readonly applicant: string;
}): readonly Problem[] => [
  ...unless(
    application.power === 'CA2004_S16H' || application.power === 'CA2004_S16N',
    problem(
      '1.R6',
      'POWER_NAMES_NO_COURT',
      `${STATUTORY_POWERS[application.power].label} names no court to enforce it.`,
      'Escalate to senior leaders of both organisations.',
    ),
  ),
  ...unless(
    application.applicant === application.issuer,
    problem(
      '1.R6',
      'APPLICANT_DID_NOT_ISSUE',
      'Only the partner that made the request may apply for an injunction.',
      'Let that partner apply, or issue a request of your own.',
    ),
  ),
];
