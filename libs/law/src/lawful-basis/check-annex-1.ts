import { problem, type Problem } from '../problem/problem.js';
import { ANNEX_1 } from './article-6.js';
import { type LawfulBasisFacts, type LawfulBasisSet } from './lawful-basis-set.js';

/** A recognised legitimate interest stands on exactly one condition, and the condition on its own facts (4.R9). */
export const checkAnnex1 = (set: LawfulBasisSet, facts: LawfulBasisFacts): readonly Problem[] => {
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
