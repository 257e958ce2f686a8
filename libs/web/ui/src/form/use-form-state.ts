import { useCallback, useRef, useState } from 'react';
import type { Values } from './answers.js';
import { answersOf } from './answers.js';
import { useDrafts } from './drafts.js';
import type { Check, FormProblem, FormState } from './form-context.js';
import { fieldId } from './form-context.js';

interface WholeForm {
  readonly context: FormState;
  readonly values: Values;
  readonly problems: readonly FormProblem[];
  /** Counts the attempts, so that each refusal takes the focus to the summary. */
  readonly round: number;
  runChecks(): readonly FormProblem[];
  show(problems: readonly FormProblem[]): void;
  done(): void;
  addCheckOn(step: string): FormState['addCheck'];
  stepOf(field: string): string | undefined;
}

/** Fields in the order in which they stand on the page. */
const inPageOrder = (one: FormProblem, other: FormProblem): number => {
  const [first, second] = [one, other].map(({ field }) => document.getElementById(fieldId(field ?? '')));
  if (!first || !second) return 0;
  return first.compareDocumentPosition(second) === Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
};

/** What a form holds: values kept as a draft, the checks of the fields on the page, and what was found wrong. */
export function useFormState(draft: string, initial: Values): WholeForm {
  const drafts = useDrafts();
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...drafts.read(draft) }));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const [round, setRound] = useState(0);
  const checks = useRef(new Map<string, Check>());
  const steps = useRef(new Map<string, string>());

  const show = (found: readonly FormProblem[]): void => { setProblems(found); setRound((now) => now + 1); };
  const current = useRef(values);
  const set = useCallback((patch: Values) => {
    current.current = { ...current.current, ...patch };
    drafts.keep(draft, current.current);
    setValues(current.current);
  }, [draft, drafts]);
  const addCheck = useCallback((step: string, field: string, check: Check) => {
    checks.current.set(field, check);
    steps.current.set(field, step);
    return () => { checks.current.delete(field); };
  }, []);

  return {
    context: { values, problems, set, addCheck: (field, check) => addCheck('', field, check) },
    values, problems, round, show,
    runChecks() {
      const answers = answersOf(values);
      const found = [...checks.current].flatMap(([field, check]): FormProblem[] => {
        const message = check(answers);
        return message === null ? [] : [{ field, message, rule: null }];
      }).sort(inPageOrder);
      show(found);
      return found;
    },
    done: () => drafts.drop(draft),
    addCheckOn: (step) => (field, check) => addCheck(step, field, check),
    stepOf: (field) => steps.current.get(field),
  };
}
