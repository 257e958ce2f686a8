import { ORGANISATION_CAPACITIES, ORGANISATION_KINDS, PARTNER_KINDS, labelOf } from '@mash/law';
import type { Arrangement, Organisation } from '@mash/web-data-access';
import { useDirectory, useMay } from '@mash/web-data-access';
import { DoneBanner } from '@mash/web-parts';
import { Card, Page, Summary, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

const Number = ({ of }: { readonly of: string }): ReactNode => <a className="govuk-link" href={`tel:${of.replaceAll(' ', '')}`}>{of}</a>;

function Body({ of }: { readonly of: Organisation }): ReactNode {
  const now = useNow();
  const capacities = of.capacities.filter((each) => each.from <= now && (each.to === null || now < each.to));
  return (
    <Card title={of.name}>
      <Summary rows={[
        ['Kind', labelOf(ORGANISATION_KINDS, of.kind)],
        ['Published number', <><Number of={of.publishedNumber} /> <span className="app-list__note">The only number to call back.</span></>],
        ['Teams', of.units.length === 0 ? null : <ul className="govuk-list">{of.units.map((unit) => <li key={unit.unitId}>{unit.name}: <Number of={unit.telephone} />{unit.receivesRequests && ' (receives requests)'}</li>)}</ul>],
        ['In law', capacities.length === 0 ? null : capacities.map(({ capacity }) => labelOf(ORGANISATION_CAPACITIES, capacity)).join(', ')],
        ['Uses the hub', of.usesHub ? 'Yes' : 'No: ring, write or visit, and record the answer'],
      ]} />
    </Card>
  );
}

function Arranged({ of }: { readonly of: Arrangement }): ReactNode {
  const { organisationName, partyName, practitionerName } = useDirectory();
  return (
    <Card title={of.name}>
      <Summary rows={[
        ['Hub', partyName(of.hub)], ['Areas', of.areas.join(', ')],
        ['Partners', of.partners.map((each) => `${organisationName(each.organisationId)} (${labelOf(PARTNER_KINDS, each.kind).toLowerCase()})`).join(', ')],
        ['Relevant agencies', of.relevantAgencies.map((id) => organisationName(id)).join(', ')],
        ['May sign statutory requests', of.signatories.map((each) => `${practitionerName(each.practitionerId)} for ${organisationName(each.organisationId)}`).join(', ')],
      ]} />
    </Card>
  );
}

/** Who is who, and whom to ring. */
export function DirectoryPage(): ReactNode {
  const { organisations, arrangements } = useDirectory();
  const mayRecord = useMay('absence:record');
  return (
    <Page title="Directory">
      <DoneBanner />
      {mayRecord && <p className="govuk-body"><Link className="govuk-link" to="/directory/absence">I am going to be away</Link></p>}
      <h2 className="govuk-heading-m">Organisations</h2>
      {organisations.map((each) => <Body key={each.id} of={each} />)}
      <h2 className="govuk-heading-m">Safeguarding arrangements</h2>
      {arrangements.map((each) => <Arranged key={each.id} of={each} />)}
    </Page>
  );
}
