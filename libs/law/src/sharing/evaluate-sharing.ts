import { type ConfidentialityBasisCode } from '../lawful-basis/confidentiality.js';
import { isBlank, type Problem } from '../problem/problem.js';
import { mandatoryGate, type Mandate } from './mandates.js';
import { PUBLIC_INTEREST_PRESUMPTIONS, type PublicInterestPresumptionCode } from './public-interest.js';
import { adviceOn, result, unsure, type DecisionAnswers, type SharingResult } from './questions.js';

/** What is known about the sharing besides the practitioner's answers. */
export type SharingFacts = {
  readonly mandate?: Mandate;
  readonly immediateDanger?: boolean;
  readonly crimeThoughtCommitted?: boolean;
  readonly barsUnresolved?: boolean;
  /** What checkLawfulBasis found. */
  readonly basisProblems?: readonly Problem[];
  readonly confidentialityBasis?: ConfidentialityBasisCode;
  readonly presumption?: PublicInterestPresumptionCode;
  /** Set for a first, least disclosure made in order to decide; the question it settles. */
  readonly preliminaryQuestion?: string;
};

const emergency = (facts: SharingFacts): SharingResult | undefined =>
  facts.immediateDanger === true || facts.crimeThoughtCommitted === true
    ? result(
        'MAY_SHARE',
        '2',
        'Somebody is in immediate danger, or a crime is thought to have been committed: tell the police at once.',
        'Full reasons are recorded within 24 hours.',
      )
    : undefined;

const bars = (facts: SharingFacts): SharingResult | undefined =>
  facts.barsUnresolved === true
    ? result('SEEK_ADVICE', '2a', 'A statutory bar has not been resolved: legal advice comes first.')
    : undefined;

const basis = (facts: SharingFacts): SharingResult | undefined => {
  const found = facts.basisProblems ?? [];
  return found.length === 0 ? undefined : result('DO_NOT_SHARE', 'e', ...found.map((each) => `${each.message} ${each.remedy}`));
};

const preliminary = (facts: SharingFacts): SharingResult | undefined => {
  const question = facts.preliminaryQuestion;
  if (question === undefined || isBlank(question)) return undefined;
  return (
    basis(facts) ??
    result(
      'MAY_SHARE',
      '1a',
      `A first disclosure in order to decide: ${question.trim()}`,
      'It carries the least that is needed, and a full decision follows or it is closed.',
    )
  );
};

/** Confidence is a question of its own beside the lawful reason (4.6); a statute or the understanding it was given on also answers it. */
const confidence = (answers: DecisionAnswers, facts: SharingFacts): SharingResult | undefined => {
  if (unsure(answers.CONFIDENTIAL)) return adviceOn('CONFIDENTIAL');
  const answered = facts.confidentialityBasis === 'STATUTE_OR_ORDER' || facts.confidentialityBasis === 'WITHIN_UNDERSTANDING';
  if (answers.CONFIDENTIAL === 'NO' || answered || facts.presumption !== undefined) return undefined;
  if (unsure(answers.PUBLIC_INTEREST)) return adviceOn('PUBLIC_INTEREST');
  return answers.PUBLIC_INTEREST === 'YES'
    ? undefined
    : result('DO_NOT_SHARE', 'e', 'The information is confidential, and the public interest in sharing does not outweigh that.');
};

const withoutConsent = (answers: DecisionAnswers, facts: SharingFacts): SharingResult => {
  if (unsure(answers.LAWFUL_REASON)) return adviceOn('LAWFUL_REASON');
  if (answers.LAWFUL_REASON === 'NO') return result('DO_NOT_SHARE', 'e', 'There is no lawful reason to share without consent.');
  const presumed = facts.presumption === undefined ? [] : [`The public interest is presumed: ${PUBLIC_INTEREST_PRESUMPTIONS[facts.presumption].label}.`];
  return (
    confidence(answers, facts) ??
    result('MAY_SHARE', 'd', 'There is a lawful reason to share; a refusal of consent does not by itself prevent it.', ...presumed)
  );
};

/** Consent may be refused and sharing still right: only an answer that is itself in doubt holds the decision up (2.R4). */
const identified = (answers: DecisionAnswers, facts: SharingFacts): SharingResult => {
  if (unsure(answers.CONSENT)) return adviceOn('CONSENT');
  const refused = basis(facts);
  if (refused !== undefined) return refused;
  return answers.CONSENT === 'YES' ? result('MAY_SHARE', 'b', 'There is consent; share within its limits.') : withoutConsent(answers, facts);
};

/**
 * Decides by the merged order of both generations (2.5). No purpose beats everything except the mandatory gate, the
 * emergency included (2.R3): whoever names no purpose has not shown an emergency either.
 */
export const evaluateSharing = (answers: DecisionAnswers, facts: SharingFacts): SharingResult => {
  const commanded = mandatoryGate(facts.mandate);
  if (commanded !== undefined) return commanded;
  if (answers.PURPOSE === 'NO') return result('DO_NOT_SHARE', 'a', 'There is no clear and legitimate purpose.');
  const gated = emergency(facts) ?? bars(facts);
  if (gated !== undefined) return gated;
  if (unsure(answers.PURPOSE)) return adviceOn('PURPOSE');
  const first = preliminary(facts);
  if (first !== undefined) return first;
  if (unsure(answers.IDENTIFIABLE)) return adviceOn('IDENTIFIABLE');
  if (answers.IDENTIFIABLE === 'NO') return result('MAY_SHARE', 'c', 'Nobody can be identified.');
  return identified(answers, facts);
};
