import { useCommand, useMay } from '@mash/web-data-access';
import { OwnUnit, useUnit } from '@mash/web-parts';
import { DateField, Form, More, Page, TextField, usePageTitle } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { SearchFound } from './people.operations.js';
import { SEARCH_PEOPLE } from './people.operations.js';
import { rememberSearch } from './last-search.js';
import { SearchResults } from './search-results.js';

const Criteria = (): ReactNode => (
  <>
    <TextField name="familyName" label="Family name" hint="Names that sound alike are found too. Leave out stars and question marks." width={20} />
    <TextField name="givenName" label="Given name (optional)" width={20} />
    <DateField name="born" label="Date of birth (optional)" />
    <TextField name="nhsNumber" label="NHS number (optional)" hint="10 digits, for example 999 123 4567" width={20} />
    <OwnUnit name="unit" label="For which of your units do you search?" />
  </>
);

function Found({ found, enquiryId, again }: { readonly found: SearchFound; readonly enquiryId: string | null; readonly again: () => void }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const mayRegister = useMay('person:register');
  usePageTitle(found.matches.length === 0 ? 'Nobody found' : 'People found');
  useEffect(() => heading.current?.focus(), []);
  return (
    <section aria-labelledby="found">
      <h2 className="govuk-heading-m" id="found" tabIndex={-1} ref={heading}>
        {found.matches.length === 0 ? 'Nobody found' : found.matches.length === 1 ? '1 person may be who you mean' : `${found.matches.length} people may be who you mean`}
      </h2>
      <SearchResults found={found} enquiryId={enquiryId} />
      <div className="govuk-button-group">
        {mayRegister && (
          <Link className={`govuk-button${found.matches.length === 0 ? '' : ' govuk-button--secondary'}`} role="button" to={`/people/register${enquiryId === null ? '' : `?enquiry=${enquiryId}`}`}>
            {found.matches.length === 0 ? 'Register this person' : 'None of these: register a new person'}
          </Link>
        )}
        <button type="button" className="govuk-button govuk-button--secondary" onClick={again}>Search again</button>
      </div>
    </section>
  );
}

/** Search before registering. Each search is recorded. */
export function SearchPage(): ReactNode {
  const [params] = useSearchParams();
  const enquiryId = params.get('enquiry');
  const unit = useUnit();
  const search = useCommand(SEARCH_PEOPLE);
  const [found, setFound] = useState<SearchFound | null>(null);
  return (
    <Page title="Find a person" {...(enquiryId === null ? {} : { back: { to: `/enquiries/${enquiryId}`, text: 'The enquiry' } })}>
      {found === null ? (
        <>
          <p className="govuk-body">Enter a family name or an NHS number. Each search is recorded with your name.</p>
          <Form draft="search-people" submit="Search"
            send={(answers) => search({
              unit: unit(answers), familyName: answers.optional('familyName'), givenName: answers.optional('givenName'),
              dateOfBirth: answers.day('born'), nhsNumber: answers.optional('nhsNumber'),
            })}
            onAccepted={(answer) => { rememberSearch(answer); setFound(answer); }}>
            <Criteria />
          </Form>
          <More title="What is searched">
            <p>Records of your own unit, and people whom other agencies let your hub know that they know. A record that its agency keeps to itself is not found, so finding nobody does not mean that nobody knows the person.</p>
          </More>
        </>
      ) : <Found found={found} enquiryId={enquiryId} again={() => setFound(null)} />}
    </Page>
  );
}
