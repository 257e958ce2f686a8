import type { FormProblem } from './form-context.js';

/** Why the hub refused, with the number of the rule. */
export interface Reason {
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** What came of sending a form. */
export type Sent<A> = { readonly accepted: A } | { readonly reasons: readonly Reason[] };

/** The hub's reasons as problems of the form. */
export const problemsFrom = (reasons: readonly Reason[], fieldOf: (reason: Reason) => string | null): readonly FormProblem[] =>
  reasons.map((reason) => ({
    field: fieldOf(reason), rule: reason.rule === '' ? null : reason.rule,
    message: [reason.message, reason.remedy].filter((part) => part !== '').join(' '),
  }));
