import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { type GiverBasisCode } from './consent-codes.js';
import { type CompetenceAssessment, type ConsentFacts, type ConsentRecord } from './consent-form.js';

/** The age from which a child is generally expected to understand; an expectation, rebuttable with reasons (3.R3). */
export const EXPECTED_COMPETENCE_AGE = 12;

/** What is expected of a person of that age before anyone has judged the case (3.1). */
export const expectedToDecide = (age: number): 'PRESUMED' | 'EXPECTED' | 'NOT_EXPECTED' => {
  if (age >= 16) return 'PRESUMED';
  return age >= EXPECTED_COMPETENCE_AGE ? 'EXPECTED' : 'NOT_EXPECTED';
};

/** On whose word a consent can rest, by age and by what an assessment found (3.1). */
export const whoMayGive = (age: number, assessment?: Pick<CompetenceAssessment, 'canDecide'>): readonly GiverBasisCode[] => {
  if (age >= 18) return assessment?.canDecide === false ? ['ATTORNEY', 'DEPUTY'] : ['ADULT'];
  if (age >= 16) return assessment?.canDecide === false ? ['PR_HOLDER', 'DEPUTY'] : ['PRESUMED_16_17'];
  return assessment?.canDecide === true ? ['COMPETENT_CHILD'] : ['PR_HOLDER'];
};

const complete = (assessment: CompetenceAssessment | undefined): assessment is CompetenceAssessment =>
  assessment !== undefined && !isBlank(assessment.by) && !isBlank(assessment.why);

const prHolder = (record: ConsentRecord): readonly Problem[] =>
  unless(
    record.giverBasis !== 'PR_HOLDER' || record.prEvidence !== undefined,
    problem(
      '3.R1',
      'PR_WITHOUT_EVIDENCE',
      'The giver is said to hold parental responsibility, and nothing shows it; a parent without it cannot give consent.',
      'Record what shows parental responsibility and its date, or ask someone who holds it.',
    ),
  );

const competentChild = (record: ConsentRecord, facts: ConsentFacts): readonly Problem[] => {
  const assessment = record.competenceAssessment;
  const under16 = facts.subjectAge === undefined || facts.subjectAge < 16;
  if (record.giverBasis !== 'COMPETENT_CHILD' || !under16) return [];
  if (!complete(assessment)) {
    return [
      problem(
        '3.R3',
        'CHILD_WITHOUT_ASSESSMENT',
        'A child under 16 gives their own consent, and no complete assessment of their understanding is recorded.',
        'Record who judged it, when, and why; from 12 a child is generally expected to understand, and under 12 is not barred.',
      ),
    ];
  }
  return unless(
    assessment.canDecide,
    problem(
      '3.R3',
      'CHILD_FOUND_NOT_COMPETENT',
      'The assessment found that the child does not understand this decision well enough to make it.',
      'Ask one person with parental responsibility.',
    ),
  );
};

const overTheirHead = (record: ConsentRecord, facts: ConsentFacts): readonly Problem[] => {
  const { subjectAge: age } = facts;
  if (age === undefined) return [];
  const outsider = record.giverBasis === 'PR_HOLDER' || record.giverBasis === 'ATTORNEY' || record.giverBasis === 'DEPUTY';
  if (age >= 16 && outsider) {
    return unless(
      complete(record.competenceAssessment) && !record.competenceAssessment.canDecide,
      problem(
        '3.R4',
        'CAPACITY_NOT_SET_ASIDE',
        'Somebody else decides for a person of 16 or over, who is presumed to be able to decide for themselves.',
        'Ask the person; only a recorded assessment for this decision, at this time, can set their own decision aside.',
      ),
    );
  }
  const claimsAge = (record.giverBasis === 'PRESUMED_16_17' && (age < 16 || age > 17)) || (record.giverBasis === 'ADULT' && age < 18);
  return unless(
    !claimsAge,
    problem('3.R4', 'GIVER_BASIS_DOES_NOT_FIT_AGE', `The footing chosen does not fit a person of ${age}.`, 'Choose the footing that fits their age.'),
  );
};

const attorney = (record: ConsentRecord): readonly Problem[] =>
  unless(
    (record.giverBasis !== 'ATTORNEY' && record.giverBasis !== 'DEPUTY') || !isBlank(record.authorityEvidence),
    problem(
      '3.1',
      'AUTHORITY_WITHOUT_EVIDENCE',
      'An attorney or deputy gives consent, and their authority for this decision is not shown.',
      'Record the registered power or the court’s order; without one, nobody consents for an adult, and a best-interests decision is made.',
    ),
  );

/** Whether this giver can give this consent (3.1, 3.R1, 3.R3, 3.R4). */
export const checkGiver = (record: ConsentRecord, facts: ConsentFacts): readonly Problem[] => [
  ...prHolder(record),
  ...competentChild(record, facts),
  ...overTheirHead(record, facts),
  ...attorney(record),
];
