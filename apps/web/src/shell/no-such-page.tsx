import { Page } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** For an address that leads nowhere. */
export const NoSuchPage = (): ReactNode => (
  <Page title="Page not found">
    <p className="govuk-body">There is no such page. If you typed the address, check that it is right.</p>
    <p className="govuk-body"><Link className="govuk-link" to="/">Go to your work</Link></p>
  </Page>
);
