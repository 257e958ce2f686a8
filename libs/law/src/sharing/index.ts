export * from './evaluate-sharing.js';
export * from './golden-rules.js';
export { MANDATE_EXCEPTIONS, type Mandate, type MandateExceptionCode } from './mandates.js';
export * from './onward-intention.js';
export * from './public-interest.js';
export * from './quality-tests.js';
export {
  DECISION_QUESTIONS,
  QUESTION_ANSWERS,
  SHARING_OUTCOMES,
  type DecisionAnswers,
  type DecisionQuestionCode,
  type QuestionAnswer,
  type SharingOutcomeCode,
  type SharingResult,
} from './questions.js';
export * from './refusals.js';
export * from './table-2018.js';
export * from './table-seven-questions.js';
export * from './telling.js';
