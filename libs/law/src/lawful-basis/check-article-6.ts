import { isCodeOf } from '../codes/code-list.js';
import { isBlank, problem, type Problem } from '../problem/problem.js';
import { ruleSetAt } from '../ruleset/rule-sets.js';
import { ANNEX_1, ARTICLE_6 } from './article-6.js';
import { EXEMPTIONS } from './criminal-and-part-3.js';
import { type LawfulBasisFacts, type LawfulBasisSet } from './lawful-basis-set.js';

/** A string from outside may name an exemption, or nothing known, where the type says an Article 6 point (4.R8). */
const recognised = (raw: string): readonly Problem[] => {
  if (isCodeOf(ARTICLE_6, raw)) return [];
  if (isCodeOf(EXEMPTIONS, raw)) {
    return [
      problem(
        '4.R8',
        'EXEMPTION_IS_NOT_A_BASIS',
        `${EXEMPTIONS[raw].label} is an exemption: it switches duties off, and gives no right to share.`,
        'Choose the point of Article 6(1) that the sharing stands on, and record the exemption beside it.',
      ),
    ];
  }
  return [problem('4.1', 'UNKNOWN_ARTICLE6_BASIS', 'The basis named is not a point of Article 6(1).', 'Choose one of (a) to (f), or (ea).')];
};

const publicAuthorityBar = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
  const law = ruleSetAt(facts.at);
  if (set.article6 === 'ea' && !law.recognisedLegitimateInterest) {
    return [
      problem(
        '4.R3',
        'EA_NOT_YET_LAW',
        'Recognised legitimate interest became law on 5 February 2026; this sharing is dated earlier.',
        'Public bodies: use public task. Others: use legitimate interests, with the weighing recorded.',
      ),
    ];
  }
  if (!facts.publicAuthority || !facts.inPublicTask || (set.article6 !== 'f' && set.article6 !== 'ea')) return [];
  return [
    problem(
      '4.R3',
      set.article6 === 'f' ? 'LEGITIMATE_INTERESTS_BARRED' : 'RECOGNISED_INTEREST_BARRED',
      `${ARTICLE_6[set.article6].label} is not open to a public authority performing its tasks.`,
      'Use public task, Article 6(1)(e), or legal obligation, Article 6(1)(c).',
    ),
  ];
};

const consentBasis = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
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

const annex1 = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
  const conditions = set.annex1Conditions ?? [];
  if (set.article6 !== 'ea') {
    return conditions.length === 0
      ? []
      : [problem('4.R9', 'ANNEX1_WITHOUT_EA', 'An Annex 1 condition is named beside another basis.', 'Remove it, or rely on Article 6(1)(ea).')];
  }
  const [only] = conditions;
  if (only === undefined || conditions.length > 1) {
    return [
      problem(
        '4.R9',
        'NOT_EXACTLY_ONE_ANNEX1_CONDITION',
        `Recognised legitimate interest needs exactly one Annex 1 condition; there are ${conditions.length}.`,
        'Choose the one condition that fits; for safeguarding it is 6 or 7.',
      ),
    ];
  }
  if (only === '1' && facts.requestStatesPublicTask !== true) {
    return [
      problem(
        '4.R9',
        'REQUEST_DOES_NOT_STATE_PUBLIC_TASK',
        `“${ANNEX_1['1'].label}” is relied on, but the request makes no such statement.`,
        'Ask the requester to state their public task in the request, or choose another condition.',
      ),
    ];
  }
  return (only === '6' || only === '7') && facts.subjectUnder18OrAtRisk === false
    ? [
        problem(
          '4.R9',
          'NOT_A_VULNERABLE_INDIVIDUAL',
          'The safeguarding condition is named, but nobody under 18 or at risk is protected by the sharing.',
          'Name who is protected, or choose another condition.',
        ),
      ]
    : [];
};

/** Article 6(1), under UK GDPR (4.1, 4.R3, 4.R4, 4.R8, 4.R9). */
export const checkArticle6 = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
  if (isBlank(set.article6)) {
    return [
      problem('4.1', 'NO_ARTICLE6_BASIS', 'No basis under Article 6(1) is named.', 'Choose one: for a public body it is usually public task.'),
    ];
  }
  return [
    ...recognised(String(set.article6)),
    ...publicAuthorityBar(set, facts),
    ...consentBasis(set, facts),
    ...annex1(set, facts),
  ];
};
