import { problem, type Problem } from '../problem/problem.js';
import { type LawfulBasisFacts, type LawfulBasisSet } from './lawful-basis-set.js';

/** Consent as a basis: it stands today, is about data use, covers everything, and is explicit where it must be (4.R4). */
export const checkConsentBasis = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
  const consent = facts.liveConsent;
  if (set.article6 !== 'a' && set.article9 !== 'a') return [];
  if (consent === undefined || !consent.uses.includes('DP_BASIS')) {
    return [
      problem(
        '4.R4',
        'NO_LIVE_CONSENT',
        'Consent is named as the basis, but no valid consent to this use of data stands today.',
        'Record a valid consent, or choose the basis that truly applies; in safeguarding it is rarely consent.',
      ),
    ];
  }
  const short = [
    ...(consent.coversPurpose ? [] : ['the purpose']),
    ...(consent.coversCategories ? [] : ['the kinds of information']),
    ...(consent.coversRecipient ? [] : ['the recipient']),
  ];
  const found: Problem[] = [];
  if (short.length > 0) {
    found.push(
      problem(
        '4.R4',
        'CONSENT_DOES_NOT_COVER',
        `The consent does not cover ${short.join(', ')}.`,
        'Share only within the consent, ask again, or rely on another basis from the start.',
      ),
    );
  }
  if (set.article9 === 'a' && consent.kind !== 'EXPLICIT') {
    found.push(
      problem(
        '4.R4',
        'CONSENT_NOT_EXPLICIT',
        'Special-category information stands on consent, and the consent is not explicit.',
        'Record a clear statement of explicit consent, or choose another point of Article 9(2).',
      ),
    );
  }
  return found;
};
