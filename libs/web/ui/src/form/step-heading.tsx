import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';

interface StepHeadingProps {
  readonly at: number;
  readonly of: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** The heading of one page of a long form; it takes the focus when the page before it was left. */
export function StepHeading({ at, of, title, children }: StepHeadingProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(at === 1);
  useEffect(() => { if (!first.current) { heading.current?.focus(); window.scrollTo(0, 0); } }, []);
  return (
    <>
      <h2 className="govuk-heading-m" tabIndex={-1} ref={heading}>
        <span className="govuk-caption-m">Step {at} of {of}</span>
        {title}
      </h2>
      {children}
    </>
  );
}
