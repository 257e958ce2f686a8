import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../page/button.js';
import { ErrorSummary } from '../page/error-summary.js';
import type { Answers, Values } from './answers.js';
import { answersOf } from './answers.js';
import type { FormProblem } from './form-context.js';
import { FormContext } from './form-context.js';
import type { Reason, Sent } from './sent.js';
import { problemsFrom } from './sent.js';
import { StepHeading } from './step-heading.js';
import { useFormState } from './use-form-state.js';

/** One page of a long form. */
export interface Step {
  readonly title: string;
  readonly content: ReactNode;
  /** Left out when it does not apply to what was answered so far. */
  readonly when?: (answers: Answers) => boolean;
}

interface FormProps<A> {
  /** Names the draft, so that a half-filled form is there again on return. */
  readonly draft: string;
  readonly initial?: Values;
  readonly steps?: readonly Step[];
  readonly children?: ReactNode;
  readonly submit: string;
  readonly warning?: boolean;
  readonly send: (answers: Answers) => Promise<Sent<A>>;
  readonly onAccepted: (accepted: A, answers: Answers) => void;
  /** Which field a refusal by this code or rule is about. */
  readonly fieldOf?: (reason: Reason) => string | null;
}

/** A form that keeps what was typed whatever happens, and says at the top, by rule, what has to change. */
export function Form<A>({ draft, initial = {}, steps, children, submit, warning = false, send, onAccepted, fieldOf = () => null }: FormProps<A>): ReactNode {
  const state = useFormState(draft, initial);
  const [sending, setSending] = useState(false);
  const [search, setSearch] = useSearchParams();
  const pages = steps?.filter((step) => step.when?.(answersOf(state.values)) ?? true) ?? [];
  const at = Math.min(Math.max(Number(search.get('step') ?? '1'), 1), Math.max(pages.length, 1));
  const page = pages[at - 1];
  const last = at >= pages.length;
  const goTo = (step: number): void => setSearch((now) => { now.set('step', String(step)); return now; });

  async function submitted(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = state.runChecks();
    if (found.length > 0 || sending) return;
    if (!last) { goTo(at + 1); return; }
    setSending(true);
    try {
      const answers = answersOf(state.values);
      const sent = await send(answers);
      if ('reasons' in sent) state.show(problemsFrom(sent.reasons, fieldOf));
      else { state.done(); onAccepted(sent.accepted, answers); }
    } finally { setSending(false); }
  }

  const toField = (problem: FormProblem): number | null => {
    const step = problem.field === null ? undefined : state.stepOf(problem.field);
    const place = step === undefined ? -1 : pages.findIndex((each) => each.title === step);
    return place < 0 || place + 1 === at ? null : place + 1;
  };

  return (
    <FormContext value={{ ...state.context, addCheck: state.addCheckOn(page?.title ?? '') }}>
      <ErrorSummary problems={state.problems} round={state.round} onElsewhere={(problem) => { const step = toField(problem); if (step !== null) goTo(step); }} />
      <form noValidate autoComplete="off" onSubmit={(event) => void submitted(event)}>
        {page === undefined ? children : <StepHeading key={page.title} at={at} of={pages.length} title={page.title}>{page.content}</StepHeading>}
        <div className="govuk-button-group">
          <Button kind={warning && last ? 'warning' : 'primary'} busy={sending}>{last ? submit : 'Continue'}</Button>
          {at > 1 && <Button kind="secondary" type="button" onPress={() => goTo(at - 1)}>Back to step {at - 1}</Button>}
        </div>
      </form>
    </FormContext>
  );
}
