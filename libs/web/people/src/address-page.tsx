import { useCommand, useDirectory } from '@mash/web-data-access';
import { OwnUnit, useGoDone, useUnit } from '@mash/web-parts';
import { Form, MomentField, Page, Radios, TextArea, TextField, momentValues, useNow, yesNo } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RECORD_ADDRESS } from './people.operations.js';

/** Records where somebody lives, is placed or goes to school. */
export function AddressPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const now = useNow();
  const { arrangements } = useDirectory();
  const unit = useUnit();
  const goDone = useGoDone();
  const record = useCommand(RECORD_ADDRESS);
  const areas = [...new Set(arrangements.flatMap((each) => each.areas))].join(' or ');
  return (
    <Page title="Record an address" back={{ to: `/people/${id}`, text: 'The person' }}>
      <Form draft={`address:${id}`} initial={momentValues('from', now)} submit="Record"
        send={(answers) => record({
          unit: unit(answers), personId: id, kind: answers.text('kind'), area: answers.text('area'), from: answers.moment('from') ?? now,
          isProtected: answers.yes('protected'), address: answers.text('address'),
        })}
        onAccepted={() => goDone(`/people/${id}`, 'The address is recorded.')}>
        <Radios name="kind" label="What is it to them?" required="Choose what it is." choices={[
          { value: 'HOME', label: 'Home' }, { value: 'PLACEMENT', label: 'Placement', hint: 'Where a council has placed a child, perhaps in another council’s area' },
          { value: 'SCHOOL', label: 'School' }, { value: 'OTHER', label: 'Other' },
        ]} />
        <TextArea name="address" label="Address" required="Enter the address." rows={3} />
        <TextField name="area" label="Code of the council area it lies in" hint={areas === '' ? 'Nine characters' : `For example, ${areas}`} required="Enter the area code." width={10} />
        <MomentField name="from" label="From when?" required="Enter from when." />
        <Radios name="protected" label="Must the address be protected?" hint="Nobody may learn it who does not need to." required="Choose yes or no." choices={yesNo} inline />
        <OwnUnit name="unit" label="Which of your units records this?" />
      </Form>
    </Page>
  );
}
