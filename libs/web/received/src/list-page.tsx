import { Reading, useRead } from '@mash/web-data-access';
import { DISCLOSURES, DisclosureLine, DoneBanner } from '@mash/web-parts';
import { Inset, Page } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';

const views = ['disclosure'] as const;

/** Everything that my units sent and received, without its content. */
export function SentAndReceivedPage(): ReactNode {
  const [after, setAfter] = useState<string | null>(null);
  const disclosures = useRead(DISCLOSURES, { enquiryId: null, requestId: null, after }, { wakeOn: views });
  return (
    <Reading of={disclosures}>
      {({ disclosures: { items, next, total } }) => (
        <Page title="Sent and received" wide>
          <DoneBanner />
          {total === 0 ? <Inset>Your unit has sent and received nothing yet.</Inset> : (
            <>
              <p className="govuk-body">{total} in all, oldest first. Content shows once you say why you read it.</p>
              <ul className="app-list">{items.map((each) => <DisclosureLine key={each.id} of={each} />)}</ul>
            </>
          )}
          {next !== null && <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setAfter(next)}>Next page</button>}
        </Page>
      )}
    </Reading>
  );
}
