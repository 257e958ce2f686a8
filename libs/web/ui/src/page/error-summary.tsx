import type { MouseEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { FormProblem } from '../form/form-context.js';
import { fieldId } from '../form/form-context.js';
import { useErrorTitle } from './title.js';

interface ErrorSummaryProps {
  readonly problems: readonly FormProblem[];
  readonly round: number;
  readonly onElsewhere: (problem: FormProblem) => void;
}

/** What has to change, at the top of the page: it takes the focus, and each line leads to its field. */
export function ErrorSummary({ problems, round, onElsewhere }: ErrorSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useErrorTitle(problems.length > 0);
  useEffect(() => { if (problems.length > 0) box.current?.focus(); }, [round]); // eslint-disable-line react-hooks/exhaustive-deps -- once for each attempt
  if (problems.length === 0) return null;
  const follow = (problem: FormProblem) => (event: MouseEvent): void => {
    event.preventDefault();
    const field = document.getElementById(fieldId(problem.field ?? ''));
    if (field === null) onElsewhere(problem);
    else { field.focus(); field.scrollIntoView({ block: 'center' }); }
  };
  return (
    <div className="govuk-error-summary" tabIndex={-1} ref={box} role="alert">
      <h2 className="govuk-error-summary__title">There is a problem</h2>
      <div className="govuk-error-summary__body">
        <ul className="govuk-list govuk-error-summary__list">
          {problems.map((problem) => (
            <li key={`${problem.field ?? ''}${problem.message}`}>
              {problem.field === null ? <span className="app-problem">{problem.message}</span>
                : <a href={`#${fieldId(problem.field)}`} onClick={follow(problem)}>{problem.message}</a>}
              {problem.rule !== null && <span className="app-rule"> Rule {problem.rule}</span>}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
