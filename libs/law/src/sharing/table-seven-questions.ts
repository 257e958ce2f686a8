import { adviceOn, result, unsure, type DecisionAnswers, type SharingResult } from './questions.js';

/** The older table of seven questions; its last two, share properly and record properly, follow on every path (2.4). */
export const evaluateSevenQuestions = (answers: DecisionAnswers, statutoryDutyOrOrder: boolean): SharingResult => {
  if (statutoryDutyOrOrder) return result('MUST_SHARE', '0', 'A statutory duty or a court order requires it.');
  if (unsure(answers.PURPOSE)) return adviceOn('PURPOSE');
  if (answers.PURPOSE === 'NO') return result('DO_NOT_SHARE', 'a', 'There is no legitimate purpose.');
  if (unsure(answers.IDENTIFIABLE)) return adviceOn('IDENTIFIABLE');
  if (answers.IDENTIFIABLE === 'NO') return result('MAY_SHARE', 'b', 'No living person can be identified.');
  if (unsure(answers.CONFIDENTIAL)) return adviceOn('CONFIDENTIAL');
  if (answers.CONFIDENTIAL === 'NO') return result('MAY_SHARE', 'c', 'The information is not confidential; data protection and openness still apply.');
  if (answers.CONSENT === 'UNSURE') return adviceOn('CONSENT');
  if (answers.CONSENT === 'YES') return result('MAY_SHARE', 'd', 'There is consent; share within its limits.');
  if (unsure(answers.PUBLIC_INTEREST)) return adviceOn('PUBLIC_INTEREST');
  return answers.PUBLIC_INTEREST === 'YES'
    ? result('MAY_SHARE', 'e', 'The public interest is sufficient; tell the person unless that is unsafe.')
    : result('DO_NOT_SHARE', 'f', 'The information is confidential, and the public interest is not sufficient.');
};
