import { Page, Waiting } from '@mash/web-ui';
import type { ReactNode } from 'react';
import type { Failure } from './failure.js';
import type { Read } from './use-read.js';

interface ReadingProps<R> {
  readonly of: Read<R>;
  readonly children: (data: R) => ReactNode;
}

const titles: Readonly<Record<string, string>> = {
  NOT_FOUND: 'Not found', NOT_PERMITTED: 'Not allowed for your post', NOT_SIGNED_IN: 'You are signed out',
};

/** A page for an answer that did not come. */
export const FailurePage = ({ failure, again }: { readonly failure: Failure; readonly again: () => void }): ReactNode => (
  <Page title={titles[failure.code] ?? 'This page cannot be shown just now'}>
    <p className="govuk-body">{failure.message}</p>
    {failure.reference !== null && <p className="govuk-body">Reference: {failure.reference}</p>}
    {titles[failure.code] === undefined && <button type="button" className="govuk-button" onClick={again}>Try again</button>}
    <p className="govuk-body"><a className="govuk-link" href="/">Go to your work</a></p>
  </Page>
);

/** Waits for a read, then shows the page, or why there is none. */
export function Reading<R>({ of, children }: ReadingProps<R>): ReactNode {
  if (of.data !== null) return children(of.data);
  if (of.failure !== null) return <FailurePage failure={of.failure} again={of.again} />;
  return <Waiting />;
}

/** The same for a part of a page: quiet while waiting, and a line when it cannot be shown. */
export function ReadingPart<R>({ of, children }: ReadingProps<R>): ReactNode {
  if (of.data !== null) return children(of.data);
  if (of.failure !== null) return of.failure.code === 'NOT_PERMITTED' ? null : <p className="govuk-body">{of.failure.message}</p>;
  return <p className="govuk-body app-waiting" role="status">Loading…</p>;
}
