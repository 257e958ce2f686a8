import { Page } from '@mash/web-ui';
import type { ReactNode } from 'react';

/** For an address that names an item which is not there. */
export const NoSuchItem = ({ id }: { readonly id: string }): ReactNode => (
  <Page title="Not found" back={{ to: `/disclosures/${id}`, text: 'What was shared' }}>
    <p className="govuk-body">There is no such statement in what was shared.</p>
  </Page>
);
