import { addMonths, localDateOf, type LocalDate } from '../instants/local-date.js';
import { type Instant } from '../instants/instant.js';
import { problem, unless, type Problem } from '../problem/problem.js';

/** How long a consent stands before somebody looks at it again: no law says, so this is set locally (3.R9). */
export const CONSENT_REVIEW = { defaultMonths: 6, longestMonths: 12 } as const;

/** The review day when nobody chose one. */
export const defaultReviewDay = (givenAt: Instant): LocalDate => addMonths(localDateOf(givenAt), CONSENT_REVIEW.defaultMonths);

/** A review may be earlier, never later than a year. */
export const checkReviewDay = (givenAt: Instant, reviewDueOn: LocalDate): readonly Problem[] => {
  const given = localDateOf(givenAt);
  return [
    ...unless(
      reviewDueOn > given,
      problem('3.R9', 'REVIEW_NOT_AFTER_CONSENT', 'The review lies before the consent, or on the same day.', 'Choose a later day.'),
    ),
    ...unless(
      reviewDueOn <= addMonths(given, CONSENT_REVIEW.longestMonths),
      problem(
        '3.R9',
        'REVIEW_TOO_LATE',
        `A consent is looked at again within ${CONSENT_REVIEW.longestMonths} months; this review is later.`,
        `Choose a day within ${CONSENT_REVIEW.longestMonths} months; ${CONSENT_REVIEW.defaultMonths} is usual.`,
      ),
    ),
  ];
};
