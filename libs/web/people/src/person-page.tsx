import { ENQUIRY_CAPACITIES, labelOf } from '@mash/law';
import { Reading, useMay, useRead } from '@mash/web-data-access';
import { DoneBanner, identificationRows } from '@mash/web-parts';
import { Moment, Page, Private, Summary, Tag, useNames, fullName } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { knownAs } from './match-words.js';
import type { PersonRecord } from './people.operations.js';
import { PERSON } from './people.operations.js';
import { relationWords } from './relation-words.js';
import { KnownTo } from './search-results.js';

function Relations({ of }: { readonly of: PersonRecord }): ReactNode {
  const mayRegister = useMay('person:register');
  return (
    <>
      <h2 className="govuk-heading-m">Relations</h2>
      {of.relations.length === 0 ? <p className="govuk-body">None recorded.</p> : (
        <ul className="govuk-list">
          {of.relations.map((each) => <li key={`${each.to}${each.relation}`}>{relationWords(each.relation)} <Link className="govuk-link" to={`/people/${each.to}`}>another person</Link></li>)}
        </ul>
      )}
      {mayRegister && <p className="govuk-body"><Link className="govuk-link" to={`/people/${of.id}/relate`}>Record a relation</Link></p>}
    </>
  );
}

const addressKinds: Readonly<Record<string, string>> = { HOME: 'Home', PLACEMENT: 'Placement', SCHOOL: 'School', OTHER: 'Other' };

function Addresses({ of }: { readonly of: PersonRecord }): ReactNode {
  const mayRegister = useMay('person:register');
  return (
    <>
      <h2 className="govuk-heading-m">Addresses</h2>
      {of.addresses.length === 0 ? <p className="govuk-body">None recorded.</p> : (
        <Summary rows={of.addresses.map((each) => [`${addressKinds[each.kind] ?? each.kind}, since ${each.from.slice(0, 10)}`,
          <><Private>{each.address ?? 'No longer held'}</Private> <span className="app-list__note">Council area {each.area}, from <Moment at={each.from} /></span>{each.isProtected && <Tag colour="red">Protected address</Tag>}</>])} />
      )}
      {mayRegister && <p className="govuk-body"><Link className="govuk-link" to={`/people/${of.id}/address`}>Record an address</Link></p>}
    </>
  );
}

/** Somebody as this unit knows them. */
export function PersonPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const person = useRead(PERSON, { id }, { wakeOn: ['person'] });
  const { shown, standIn } = useNames();
  return (
    <Reading of={person}>
      {({ person: of }) => (
        <Page title={shown ? fullName(of.identification) : standIn(of.id)} caption="Person">
          <DoneBanner />
          <p className="govuk-body">{knownAs(of.knownAs)}.</p>
          <Summary rows={[...identificationRows(of.identification), ['Known to', of.knownTo.length === 0 ? null : <KnownTo of={of.knownTo} />]]} />
          {of.enquiries.length > 0 && (
            <>
              <h2 className="govuk-heading-m">Enquiries</h2>
              <ul className="govuk-list">
                {of.enquiries.map((each) => <li key={`${each.enquiryId}${each.capacity}`}><Link className="govuk-link" to={`/enquiries/${each.enquiryId}`}>Enquiry {each.enquiryId.slice(0, 8)}</Link>, as {labelOf(ENQUIRY_CAPACITIES, each.capacity).toLowerCase()}</li>)}
              </ul>
            </>
          )}
          <Relations of={of} />
          <Addresses of={of} />
        </Page>
      )}
    </Reading>
  );
}
