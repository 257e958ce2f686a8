import { problem, unless, type Problem } from '../problem/problem.js';
import { type LawfulBasisFacts, type LawfulBasisSet } from './lawful-basis-set.js';

const consentLiftsConfidence = (facts: LawfulBasisFacts): boolean => {
  const consent = facts.liveConsent;
  return (
    consent !== undefined &&
    consent.uses.includes('LIFTS_CONFIDENCE') &&
    consent.coversPurpose &&
    consent.coversCategories &&
    consent.coversRecipient
  );
};

const footing = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
  switch (set.confidentialityBasis) {
    case undefined:
      return [
        problem(
          '4.R6',
          'CONFIDENCE_UNANSWERED',
          'The information is confidential, and nothing answers the duty of confidence; a data-protection basis does not.',
          'Choose consent, overriding public interest, or a statute or court order, and say why.',
        ),
      ];
    case 'NOT_CONFIDENTIAL':
      return [
        problem(
          '4.R6',
          'CONFIDENTIAL_CALLED_NOT_CONFIDENTIAL',
          'The information is marked confidential, but the basis says that it is not.',
          'Correct the mark, or choose what lifts the duty of confidence.',
        ),
      ];
    case 'PUBLIC_INTEREST':
      return unless(
        facts.weighingCompleted === true,
        problem(
          '4.R6',
          'PUBLIC_INTEREST_NOT_WEIGHED',
          'Public interest is named, but what may happen if shared was not weighed against what may happen if not.',
          'Record both harms and the reasons for the balance.',
        ),
      );
    case 'CONSENT':
      return unless(
        consentLiftsConfidence(facts),
        problem(
          '4.R6',
          'NO_CONSENT_LIFTING_CONFIDENCE',
          'Consent is named as lifting confidence, but no live consent does so for this purpose, information and recipient.',
          'Record such a consent; agreeing to a service or to data use is not enough. Or rely on public interest.',
        ),
      );
    case 'STATUTE_OR_ORDER':
      return unless(
        set.gateways.length > 0,
        problem(
          '4.R6',
          'STATUTE_NOT_NAMED',
          'A statute or order is named as lifting confidence, but not which.',
          'Add the gateway or the court order relied on.',
        ),
      );
    case 'WITHIN_UNDERSTANDING':
      return [];
  }
};

/** The common-law duty of confidence, which runs beside data protection (4.6, 4.R6). */
export const checkConfidentiality = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] =>
  facts.confidential ? footing(set, facts) : [];
