import type { ReactNode } from 'react';

/** Shown while an answer is on its way. */
export const Waiting = ({ what = 'Loading' }: { readonly what?: string }): ReactNode => (
  <main className="govuk-main-wrapper" id="main-content"><p className="govuk-body app-waiting" role="status">{what}…</p></main>
);
