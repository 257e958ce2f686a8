import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { codesOf } from '../codes/code-list.js';
import { type ConsentFacts, type ConsentRecord } from './consent-form.js';
import { INFORMED_ITEMS } from './informed-items.js';
import { checkReviewDay } from './review.js';
import { checkGiver } from './who-may-give.js';

/** 3.R5: one missing item makes the consent invalid; it is stored so, and never relied on. */
export const missingInformedItems = (record: Pick<ConsentRecord, 'informedItems'>): readonly string[] =>
  codesOf(INFORMED_ITEMS)
    .filter((code) => !record.informedItems.includes(code))
    .map((code) => INFORMED_ITEMS[code].label);

const informed = (record: ConsentRecord): readonly Problem[] => {
  const missing = missingInformedItems(record);
  return [
    ...unless(
      missing.length === 0,
      problem(
        '3.R5',
        'NOT_FULLY_INFORMED',
        `The person was not told: ${missing.join('; ')}.`,
        'Tell them, and tick what they were told; until then the consent is invalid.',
      ),
    ),
    ...unless(
      !isBlank(record.noticeVersion),
      problem('3.R5', 'NOTICE_NOT_NAMED', 'Which notice the person was given is not recorded.', 'Record the version of the notice.'),
    ),
  ];
};

const specific = (record: ConsentRecord): readonly Problem[] =>
  (
    [
      ['purposes', 'what it is for'],
      ['dataCategories', 'which information it covers'],
      ['recipientOrgs', 'who may receive it'],
      ['uses', 'what is agreed to'],
    ] as const
  ).flatMap(([field, what]) =>
    unless(
      record[field].length > 0,
      problem('3.3', 'CONSENT_NOT_SPECIFIC', `The consent does not say ${what}.`, 'Consent must be specific: record it for this case.'),
    ),
  );

const explicit = (record: ConsentRecord, facts: ConsentFacts): readonly Problem[] =>
  unless(
    !(facts.specialCategory && facts.reliesOnArticle9a) || record.kind === 'EXPLICIT',
    problem(
      '3.R6',
      'EXPLICIT_CONSENT_NEEDED',
      'Special-category information is to stand on consent, and this consent is not explicit.',
      'Record a clear statement by the person, or rely on another point of Article 9(2).',
    ),
  );

/** Every reason why a consent is not valid (3.1, 3.R1, 3.R3 to 3.R6, 3.R9). */
export const checkConsent = (record: ConsentRecord, facts: ConsentFacts): readonly Problem[] => [
  ...checkGiver(record, facts),
  ...informed(record),
  ...specific(record),
  ...explicit(record, facts),
  ...(record.reviewDueOn === undefined ? [] : checkReviewDay(record.givenAt, record.reviewDueOn)),
];
