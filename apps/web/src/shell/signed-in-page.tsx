import { Page } from '@mash/web-ui';
import type { ReactNode } from 'react';

/** Shown in the tab in which somebody signed in again while their work waits in another. */
export const SignedInPage = (): ReactNode => (
  <Page title="You are signed in again">
    <p className="govuk-body">Close this tab and go back to the one you came from. What you typed there is still there.</p>
  </Page>
);
