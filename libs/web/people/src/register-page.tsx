import { useCommand } from '@mash/web-data-access';
import { birthText, sexes, useGoDone, useUnit } from '@mash/web-parts';
import type { Values } from '@mash/web-ui';
import { DateField, Form, Inset, Page, Radios, TextArea, TextField, When, choicesOf, dayValues, useNameOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { lastSearch } from './last-search.js';
import { whyMatched } from './match-words.js';
import type { SearchFound } from './people.operations.js';
import { REGISTER_PERSON } from './people.operations.js';

const Birth = (): ReactNode => (
  <>
    <Radios name="birth" label="What is known of the birth?" required="Choose what is known of the birth." choices={[
      { value: 'EXACT', label: 'The date of birth is known' }, { value: 'ESTIMATED', label: 'It is estimated' },
      { value: 'EXPECTED', label: 'An unborn child: the birth is expected' }, { value: 'UNKNOWN', label: 'It is not known' },
    ]} />
    <When field="birth" is={['EXACT', 'ESTIMATED', 'EXPECTED']}><DateField name="born" label="Date" required="Enter the date." /></When>
  </>
);

function NotTheSame({ found }: { readonly found: SearchFound }): ReactNode {
  const nameOf = useNameOf();
  if (found.matches.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Why is this not somebody already known?</h2>
      <Inset>Your search found people who may be the same. Two records of one child can hide what is known. Say for each why it is somebody else.</Inset>
      {found.matches.map(({ person, why }) => (
        <TextField key={person.id} name={`not.${person.id}`} label={`Why is it not ${nameOf(person.id, person.identification)}, born ${birthText(person.identification.birth)}?`}
          hint={`Found by ${whyMatched(why)}. If you are not sure, ring whoever knows them.`} required="Say why this is somebody else." />
      ))}
    </>
  );
}

const start = ({ searched: criteria }: SearchFound): Values => ({
  familyName: criteria.familyName ?? '', givenName: criteria.givenName ?? '', nhsNumber: criteria.nhsNumber ?? '',
  birth: criteria.dateOfBirth === null ? '' : 'EXACT', ...(criteria.dateOfBirth === null ? {} : dayValues('born', criteria.dateOfBirth)),
});

const SearchFirst = ({ enquiryId }: { readonly enquiryId: string | null }): ReactNode => (
  <Page title="Search first">
    <p className="govuk-body">Nobody is registered before a search, so that one person does not get two records.</p>
    <Link className="govuk-button" role="button" to={`/people${enquiryId === null ? '' : `?enquiry=${enquiryId}`}`}>Find a person</Link>
  </Page>
);

/** Registers somebody whom a search did not find. */
export function RegisterPage(): ReactNode {
  const enquiryId = useSearchParams()[0].get('enquiry');
  const found = lastSearch();
  const unit = useUnit();
  const goDone = useGoDone();
  const register = useCommand(REGISTER_PERSON);
  if (found === null) return <SearchFirst enquiryId={enquiryId} />;
  return (
    <Page title="Register a person" back={{ to: `/people${enquiryId === null ? '' : `?enquiry=${enquiryId}`}`, text: 'Find a person' }}>
      <p className="govuk-body">Leave empty what is not known.</p>
      <Form draft={`register:${found.searchId}`} initial={start(found)} submit="Register"
        send={(answers) => register({
          unit: unit(answers), searchId: found.searchId, existenceMarker: answers.yes('marker'),
          givenName: answers.optional('givenName'), familyName: answers.optional('familyName'),
          alsoKnownAs: answers.text('aliases').split(',').map((name) => name.trim()).filter((name) => name !== ''),
          birth: { kind: answers.text('birth'), on: answers.text('birth') === 'UNKNOWN' ? null : answers.day('born') },
          sex: answers.text('sex'), nhsNumber: answers.optional('nhsNumber'), address: answers.optional('address'),
          notTheSameAs: found.matches.map(({ person }) => ({ personId: person.id, why: answers.text(`not.${person.id}`) })),
        })}
        onAccepted={({ id }) => goDone(enquiryId === null ? `/people/${id}` : `/enquiries/${enquiryId}/people/${id}`, 'The person is registered.')}>
        <TextField name="givenName" label="Given name" width={20} />
        <TextField name="familyName" label="Family name" width={20} />
        <TextField name="aliases" label="Also known as" hint="Other names, with commas between them" />
        <Birth />
        <Radios name="sex" label="Sex" inline required="Choose one. It may be not known." choices={choicesOf(sexes)} />
        <TextField name="nhsNumber" label="NHS number" hint="Leave it empty if it is not known" width={20} />
        <TextArea name="address" label="Address" rows={3} />
        <Radios name="marker" label="May hub workers learn that your agency knows this person?" hint="They see the name and a number to ring, and nothing of the record." required="Choose yes or no." choices={[{ value: 'YES', label: 'Yes' }, { value: 'NO', label: 'No' }]} inline />
        <NotTheSame found={found} />
      </Form>
    </Page>
  );
}
