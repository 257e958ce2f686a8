import { adviceOn, result, unsure, type DecisionAnswers, type SharingResult } from './questions.js';

/** The four questions of the national advice of 2018, in its own order (2.3). */
export const evaluate2018Table = (answers: DecisionAnswers): SharingResult => {
  if (unsure(answers.PURPOSE)) return adviceOn('PURPOSE');
  if (answers.PURPOSE === 'NO') return result('DO_NOT_SHARE', 'a', 'There is no clear and legitimate purpose.');
  if (unsure(answers.CONSENT)) return adviceOn('CONSENT');
  if (answers.CONSENT === 'YES') return result('MAY_SHARE', 'b', 'There is consent to share.');
  if (unsure(answers.IDENTIFIABLE)) return adviceOn('IDENTIFIABLE');
  if (answers.IDENTIFIABLE === 'NO') return result('MAY_SHARE', 'c', 'Nobody can be identified.');
  if (unsure(answers.LAWFUL_REASON)) return adviceOn('LAWFUL_REASON');
  return answers.LAWFUL_REASON === 'YES'
    ? result('MAY_SHARE', 'd', 'There is a lawful reason to share without consent.')
    : result('DO_NOT_SHARE', 'e', 'There is neither consent nor a lawful reason to share without it.');
};
