import { ENQUIRY_GROUNDS, URGENCIES, labelOf } from '@mash/law';
import { Reading, useDirectory, useMay, useRead } from '@mash/web-data-access';
import { Inset, Moment, Page, Tag } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { EnquiryRow } from './enquiry.operations.js';
import { ENQUIRIES } from './enquiry.operations.js';

function Row({ of }: { readonly of: EnquiryRow }): ReactNode {
  const { practitionerName } = useDirectory();
  const [ground] = of.grounds;
  const people = of.people.length === 1 ? '1 person' : `${of.people.length} people`;
  return (
    <li className="app-list__row">
      <div className="app-list__main">
        <Link className="govuk-link" to={`/enquiries/${of.id}`}>Enquiry of <Moment at={of.receivedAt} /></Link>
        <span className="app-list__note">{ground === undefined ? 'No ground recorded' : labelOf(ENQUIRY_GROUNDS, ground.ground)}</span>
        <span className="app-list__note">{people}. Worker: {of.worker === null ? 'nobody yet' : practitionerName(of.worker)}.</span>
      </div>
      <div className="app-list__side">
        {of.immediateDanger && <Tag colour="red">Immediate danger</Tag>}
        <Tag colour={of.urgency === 'ROUTINE' ? 'grey' : 'orange'}>{labelOf(URGENCIES, of.urgency)}</Tag>
      </div>
    </li>
  );
}

/** The enquiries that my unit leads. Names stay off a list that others can glimpse. */
export function EnquiriesPage(): ReactNode {
  const [after, setAfter] = useState<string | null>(null);
  const enquiries = useRead(ENQUIRIES, { after }, { wakeOn: ['enquiry'] });
  const mayOpen = useMay('enquiry:open');
  return (
    <Reading of={enquiries}>
      {({ enquiries: { items, next, total } }) => (
        <Page title="Enquiries" wide>
          {mayOpen && <Link className="govuk-button" role="button" to="/enquiries/open">Open an enquiry</Link>}
          {total === 0 ? <Inset>Your unit leads no enquiry that you can see.</Inset> : (
            <>
              <p className="govuk-body">{total === 1 ? '1 enquiry' : `${total} enquiries`} that your unit leads, oldest concern first.</p>
              <ul className="app-list">{items.map((each) => <Row key={each.id} of={each} />)}</ul>
            </>
          )}
          {next !== null && <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setAfter(next)}>Next page</button>}
        </Page>
      )}
    </Reading>
  );
}
