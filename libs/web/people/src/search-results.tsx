import { birthText } from '@mash/web-parts';
import { Card, Inset, Name, Private, Summary } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { criteriaWords, knownAs, whyMatched } from './match-words.js';
import type { PersonRecord, SearchFound } from './people.operations.js';

/** Which units know somebody, and the numbers to ring. */
export const KnownTo = ({ of }: { readonly of: PersonRecord['knownTo'] }): ReactNode => (
  <ul className="govuk-list">
    {of.map((each) => (
      <li key={each.unit}>
        {[each.organisationName, each.unitName].filter((part) => part !== null).join(', ')}
        {each.telephone !== null && <>: ring <a className="govuk-link" href={`tel:${each.telephone.replaceAll(' ', '')}`}>{each.telephone}</a></>}
      </li>
    ))}
  </ul>
);

function Match({ match: { why, person }, enquiryId }: { readonly match: SearchFound['matches'][number]; readonly enquiryId: string | null }): ReactNode {
  const name = <Name id={person.id} of={person.identification} />;
  const held = person.knownAs !== 'MARKER';
  return (
    <Card title={name} actions={
      <>
        {held && <Link className="govuk-link app-card-action" to={`/people/${person.id}`}>Open<span className="govuk-visually-hidden"> the record of {name}</span></Link>}
        {enquiryId !== null && <Link className="govuk-link app-card-action" to={`/enquiries/${enquiryId}/people/${person.id}`}>Add to the enquiry<span className="govuk-visually-hidden">: {name}</span></Link>}
      </>
    }>
      <Summary rows={[
        ['Born', <Private>{birthText(person.identification.birth)}</Private>],
        ['Found by', whyMatched(why)],
        ['How it is known', knownAs(person.knownAs)],
        ['Known to', person.knownTo.length === 0 ? null : <KnownTo of={person.knownTo} />],
      ]} />
    </Card>
  );
}

/** Nobody found says what was searched, where, and what that means: it never means that nothing is known. */
const NilReturn = ({ found }: { readonly found: SearchFound }): ReactNode => (
  <Inset>
    <p className="govuk-body"><strong>Searched for:</strong> {criteriaWords(found).join('; ')}.</p>
    <p className="govuk-body"><strong>Searched in:</strong> the records of your own unit, and people whom other agencies let your hub know that they know.</p>
    <p className="govuk-body"><strong>What this means:</strong> none of those records fits. Other agencies may know this person and keep that to themselves until asked. If you need to know, ask them under an enquiry.</p>
    <p className="govuk-body">Before you register somebody new, try another spelling, a former name, or the NHS number.</p>
  </Inset>
);

/** Who was found, and why; or what finding nobody means. */
export const SearchResults = ({ found, enquiryId }: { readonly found: SearchFound; readonly enquiryId: string | null }): ReactNode => (
  found.matches.length === 0 ? <NilReturn found={found} /> : <>{found.matches.map((match) => <Match key={match.person.id} match={match} enquiryId={enquiryId} />)}</>
);
