import { ENQUIRY_CAPACITIES, ENQUIRY_GROUNDS, URGENCIES, labelOf } from '@mash/law';
import { Reading, useDirectory, useMay, useRead } from '@mash/web-data-access';
import type { Enquiry, PersonInEnquiry } from '@mash/web-parts';
import { ConsentsOf, DecisionsOf, DisclosuresOf, DoneBanner, ENQUIRY, RequestsOf, birthText } from '@mash/web-parts';
import { Card, Moment, Name, Page, Private, Summary, Tag, Warning } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

interface Of { readonly of: Enquiry }

function Facts({ of }: Of): ReactNode {
  const { partyName, practitionerName } = useDirectory();
  const mayWork = useMay('enquiry:work');
  return (
    <Summary rows={[
      ['Concern', <span className="app-statement">{of.summary ?? 'No longer held'}</span>, of.concern === null ? undefined : <Link className="govuk-link" to={`/disclosures/${of.concern}`}>As it was received</Link>],
      ['Reached the hub', <Moment at={of.receivedAt} />],
      ['Urgency', <Tag colour={of.urgency === 'ROUTINE' ? 'grey' : 'orange'}>{labelOf(URGENCIES, of.urgency)}</Tag>],
      ['Led by', partyName(of.lead)],
      ['Accountable for decisions', practitionerName(of.accountable)],
      ['Worker', of.worker === null ? 'Nobody yet' : practitionerName(of.worker),
        mayWork ? <Link className="govuk-link" to={`/enquiries/${of.id}/assign`}>{of.worker === null ? 'Give to a worker' : 'Hand over'}</Link> : undefined],
    ]} />
  );
}

function Person({ of, enquiry }: { readonly of: PersonInEnquiry; readonly enquiry: Enquiry }): ReactNode {
  const mayWork = useMay('enquiry:work');
  const told = enquiry.informed.filter(({ personId }) => personId === of.personId);
  return (
    <Card title={<><Name id={of.personId} of={of.identification} />: {labelOf(ENQUIRY_CAPACITIES, of.capacity)}</>}
      actions={<Link className="govuk-link" to={`/people/${of.personId}`}>Their record<span className="govuk-visually-hidden"> (<Name id={of.personId} of={of.identification} />)</span></Link>}>
      <Summary rows={[
        ['Born', of.identification === null ? 'No longer held' : <Private>{birthText(of.identification.birth)}</Private>],
        ['Told', told.length === 0 ? 'Nothing recorded yet' : <ul className="govuk-list">{told.map((each) => <li key={each.at}><Moment at={each.at} />: {each.told ?? 'no longer held'}</li>)}</ul>,
          mayWork ? <Link className="govuk-link" to={`/enquiries/${enquiry.id}/tell?person=${of.personId}`}>Record<span className="govuk-visually-hidden"> what <Name id={of.personId} of={of.identification} /> was told</span></Link> : undefined],
      ]} />
    </Card>
  );
}

function People({ of }: Of): ReactNode {
  const mayWork = useMay('enquiry:work');
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">People</h2>
      {of.people.length === 0 && <p className="govuk-body">Nobody has been added yet. Search before you register anybody.</p>}
      {of.people.map((each) => <Person key={`${each.personId}${each.capacity}`} of={each} enquiry={of} />)}
      {mayWork && <Link className="govuk-button govuk-button--secondary" role="button" to={`/people?enquiry=${of.id}`}>Find and add a person</Link>}
    </section>
  );
}

function Grounds({ of }: Of): ReactNode {
  const mayWork = useMay('enquiry:work');
  return (
    <section aria-labelledby="grounds">
      <h2 className="govuk-heading-m" id="grounds">Grounds</h2>
      <Summary rows={of.grounds.map((each) => [labelOf(ENQUIRY_GROUNDS, each.ground),
        <><p className="govuk-body app-statement">{each.reasons ?? 'Reasons no longer held'}</p><span className="app-list__note">Recorded <Moment at={each.recordedAt} /></span></>])} />
      {mayWork && <p className="govuk-body"><Link className="govuk-link" to={`/enquiries/${of.id}/grounds`}>Record a further ground</Link></p>}
    </section>
  );
}

function Work({ of }: Of): ReactNode {
  const mayAsk = useMay('request:ask');
  const mayIssue = useMay('request:issue-statutory');
  const mayConsent = useMay('consent:record');
  const mayOutside = useMay('disclosure:record-outside');
  const mayDecide = useMay('decision:decide');
  return (
    <>
      <h2 className="govuk-heading-m">Information asked for</h2>
      <RequestsOf enquiryId={of.id} />
      <div className="govuk-button-group">
        {mayAsk && <Link className="govuk-button" role="button" to={`/enquiries/${of.id}/ask`}>Ask an agency for information</Link>}
        {mayIssue && <Link className="govuk-button govuk-button--secondary" role="button" to={`/enquiries/${of.id}/ask-by-law`}>Issue a statutory request</Link>}
      </div>
      <h2 className="govuk-heading-m">Information received and sent</h2>
      <DisclosuresOf enquiryId={of.id} />
      <div className="govuk-button-group">
        {mayOutside && <Link className="govuk-link" to={`/enquiries/${of.id}/outside`}>Record an answer that came outside the hub</Link>}
        {mayDecide && <Link className="govuk-link" to={`/enquiries/${of.id}/share`}>Share something on your own initiative</Link>}
      </div>
      <h2 className="govuk-heading-m">Consent</h2>
      <ConsentsOf enquiryId={of.id} />
      {mayConsent && <p className="govuk-body"><Link className="govuk-link" to={`/enquiries/${of.id}/consent`}>Record consent, a refusal, or why it was not sought</Link></p>}
      <h2 className="govuk-heading-m">Decisions</h2>
      <DecisionsOf enquiryId={of.id} />
    </>
  );
}

/** One enquiry and everything under it. */
export function EnquiryPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const enquiry = useRead(ENQUIRY, { id }, { wakeOn: ['enquiry'] });
  return (
    <Reading of={enquiry}>
      {({ enquiry: of }) => (
        <Page title="Enquiry" caption={`Reference ${of.id.slice(0, 8)}`} back={{ to: '/enquiries', text: 'Enquiries' }}>
          <DoneBanner />
          {of.immediateDanger && <Warning>Somebody was in danger when this was opened. Police at once; nothing here delays that.</Warning>}
          <Facts of={of} />
          <People of={of} />
          <Grounds of={of} />
          <Work of={of} />
        </Page>
      )}
    </Reading>
  );
}
