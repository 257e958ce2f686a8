import { createContext, useContext, useEffect } from 'react';
import type { Answers, Values } from './answers.js';
import { answersOf } from './answers.js';

/** One thing that is wrong with a form. */
export interface FormProblem {
  /** The field it belongs to; null for the form as a whole. */
  readonly field: string | null;
  readonly message: string;
  /** The number of the rule that refused it. */
  readonly rule: string | null;
}

/** Says what is wrong with a field, or null. */
export type Check = (answers: Answers) => string | null;

export interface FormState {
  readonly values: Values;
  readonly problems: readonly FormProblem[];
  set(patch: Values): void;
  /** Adds a check for as long as its field is on the page. */
  addCheck(field: string, check: Check): () => void;
}

export const FormContext = createContext<FormState | null>(null);

/** The form around this field. */
export function useForm(): FormState {
  const form = useContext(FormContext);
  if (form === null) throw new Error('A field stands outside a form.');
  return form;
}

/** What has been answered so far, for questions that depend on earlier ones. */
export const useAnswers = (): Answers => answersOf(useForm().values);

export interface FieldState {
  readonly id: string;
  readonly text: string;
  readonly list: readonly string[];
  readonly error: string | null;
  readonly set: (value: string | readonly string[]) => void;
}

/** One field of the form around it. */
export function useField(name: string, check: Check | null): FieldState {
  const form = useForm();
  const { addCheck } = form;
  const asked = check !== null;
  useEffect(() => (check === null ? undefined : addCheck(name, check)), [name, asked, addCheck]); // eslint-disable-line react-hooks/exhaustive-deps -- a check is made anew at each rendering, and says the same
  const value = form.values[name];
  return {
    id: fieldId(name),
    text: typeof value === 'string' ? value : '',
    list: Array.isArray(value) ? value : [],
    error: form.problems.find((each) => each.field === name)?.message ?? null,
    set: (next) => form.set({ [name]: next }),
  };
}

/** The id of a field's first control, which an error summary links to. */
export const fieldId = (name: string): string => `field-${name.replaceAll('.', '-')}`;

/** The check that something was answered at all. */
export const filledIn = (name: string, message: string | undefined): Check | null => (message === undefined ? null
  : (answers) => (answers.text(name) === '' && answers.list(name).length === 0 ? message : null));
