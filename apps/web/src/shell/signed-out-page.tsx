import { Page } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Frame } from './frame.js';

/** Where somebody arrives who is not signed in. */
export function SignedOutPage(): ReactNode {
  const { pathname, search } = useLocation();
  return (
    <Frame>
      <Page title="Sign in to the safeguarding hub">
        <p className="govuk-body-l">Ask other agencies for information about a child or adult at risk, decide what to share, and keep a record of it.</p>
        <p className="govuk-body">You sign in with the account that your organisation gave you. Everything you read here is recorded.</p>
        <a className="govuk-button" role="button" draggable={false} href={`/auth/sign-in?return=${encodeURIComponent(pathname + search)}`}>Sign in</a>
        <h2 className="govuk-heading-m">If somebody is in danger now</h2>
        <p className="govuk-body">Call 999. Do not wait for this service.</p>
      </Page>
    </Frame>
  );
}
