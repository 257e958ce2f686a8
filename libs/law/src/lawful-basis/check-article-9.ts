import { problem, unless, type Problem } from '../problem/problem.js';
import { PARAGRAPH_18_REASONS } from '../consent/reasons-not-sought.js';
import { ARTICLE_9, SCHEDULE_1, SCHEDULE_1_MATCH } from './article-9.js';
import { type LawfulBasisFacts, type LawfulBasisSet } from './lawful-basis-set.js';

const schedule1 = (set: LawfulBasisSet): readonly Problem[] => {
  if (set.article9 === undefined) return [];
  const condition = set.schedule1Condition;
  if (set.article9 === 'g') {
    return unless(
      condition !== undefined && SCHEDULE_1[condition].part === 2,
      problem(
        '4.R2',
        'SUBSTANTIAL_PUBLIC_INTEREST_WITHOUT_CONDITION',
        'Substantial public interest is named without a condition from Schedule 1 Part 2.',
        'Add one: for safeguarding it is paragraph 18.',
      ),
    );
  }
  const needed = SCHEDULE_1_MATCH[set.article9];
  if (needed === undefined) return [];
  return unless(
    condition === needed,
    problem(
      '4.R2',
      'SCHEDULE1_DOES_NOT_MATCH',
      `“${ARTICLE_9[set.article9].label}” stands only on its own Schedule 1 condition.`,
      `Choose: ${SCHEDULE_1[needed].label}.`,
    ),
  );
};

const incapacity = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] =>
  unless(
    set.article9 !== 'c' || facts.incapacityRecorded === true,
    problem(
      '4.R5',
      'VITAL_INTERESTS_WITHOUT_INCAPACITY',
      'Vital interests under Article 9 need a person who cannot consent, and no incapacity is recorded.',
      'Record why the person is physically or legally unable to consent, or choose another point.',
    ),
  );

/** The limbs of the safeguarding condition, wherever it is relied on: for health data or for offences (4.R7). */
const paragraph18 = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
  if (set.schedule1Condition !== 'P18' && set.article10Condition !== 'P18') return [];
  const reason = facts.noConsentReason;
  return [
    ...unless(
      reason !== undefined && PARAGRAPH_18_REASONS.includes(reason),
      problem(
        '4.R7',
        'SAFEGUARDING_CONDITION_WITHOUT_REASON',
        'The safeguarding condition needs a reason why it is done without consent, and none of its three is recorded.',
        'Record one: consent cannot be given, cannot reasonably be obtained, or asking would prejudice the protection.',
      ),
    ),
    ...unless(
      facts.subjectUnder18OrAtRisk === true,
      problem(
        '4.R7',
        'SAFEGUARDING_CONDITION_WITHOUT_PERSON_AT_RISK',
        'The safeguarding condition protects someone under 18, or an adult at risk; nobody here is shown to be either.',
        'Record who is protected and why they are at risk today, or choose another condition.',
      ),
    ),
  ];
};

/** Article 9(2), Schedule 1 and Article 10, under UK GDPR (4.R1, 4.R2, 4.R5, 4.R7). */
export const checkSpecialCategories = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => [
  ...unless(
    !facts.specialCategory || set.article9 !== undefined,
    problem(
      '4.R1',
      'SPECIAL_CATEGORY_WITHOUT_ART9',
      'The information is of a special category (such as health or ethnicity), and no point of Article 9(2) is named.',
      'Add one: for safeguarding it is usually (g), substantial public interest, with paragraph 18, or (h), health or social care.',
    ),
  ),
  ...schedule1(set),
  ...incapacity(set, facts),
  ...paragraph18(set, facts),
  ...unless(
    !facts.criminalOffence || set.article10Condition !== undefined,
    problem(
      '4.7',
      'CRIMINAL_OFFENCE_WITHOUT_ART10',
      'The information is about offences, and no Article 10 condition is named.',
      'Add official authority, or a Schedule 1 condition such as paragraph 18 or paragraph 10.',
    ),
  ),
];
