import { isCodeOf } from '../codes/code-list.js';
import { isBlank, problem, type Problem } from '../problem/problem.js';
import { ruleSetAt } from '../ruleset/rule-sets.js';
import { ARTICLE_6 } from './article-6.js';
import { checkAnnex1 } from './check-annex-1.js';
import { checkConsentBasis } from './check-consent-basis.js';
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
    ...checkConsentBasis(set, facts),
    ...checkAnnex1(set, facts),
  ];
};
