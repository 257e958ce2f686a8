import { ENQUIRY_CAPACITIES, ENQUIRY_GROUNDS } from '@mash/law';
import { Reading, useCommand, useRead } from '@mash/web-data-access';
import { ColleagueSelect, ENQUIRY, PersonRadios, useGoDone } from '@mash/web-parts';
import { Form, MomentField, Page, Radios, TextArea, choicesOf, momentValues, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ADD_PERSON, ASSIGN_WORKER, INFORM_PERSON, RECORD_GROUNDS } from './enquiry.operations.js';

const useEnquiryId = (): string => useParams()['id'] ?? '';

/** Records a further ground. */
export function RecordGroundsPage(): ReactNode {
  const enquiryId = useEnquiryId();
  const goDone = useGoDone();
  const record = useCommand(RECORD_GROUNDS);
  return (
    <Page title="Record a further ground" back={{ to: `/enquiries/${enquiryId}`, text: 'The enquiry' }}>
      <Form draft={`grounds:${enquiryId}`} submit="Record the ground"
        send={(answers) => record({ enquiryId, ground: answers.text('ground'), reasons: answers.text('reasons') })}
        onAccepted={() => goDone(`/enquiries/${enquiryId}`, 'The ground is recorded.')}>
        <Radios name="ground" label="Which ground in law?" required="Choose the ground." choices={choicesOf(ENQUIRY_GROUNDS)} />
        <TextArea name="reasons" label="Why is it met?" required="Say why the ground is met." />
      </Form>
    </Page>
  );
}

/** Brings in a person who was found or registered. */
export function AddPersonPage(): ReactNode {
  const enquiryId = useEnquiryId();
  const personId = useParams()['personId'] ?? '';
  const now = useNow();
  const goDone = useGoDone();
  const add = useCommand(ADD_PERSON);
  return (
    <Page title="What is this person in the enquiry?" back={{ to: `/people?enquiry=${enquiryId}`, text: 'Find a person' }}>
      <Form draft={`add-person:${enquiryId}:${personId}`} initial={momentValues('from', now)} submit="Add to the enquiry"
        send={(answers) => add({ enquiryId, personId, capacity: answers.text('capacity'), from: answers.moment('from') ?? now })}
        onAccepted={() => goDone(`/enquiries/${enquiryId}`, 'The person is now part of the enquiry.')}>
        <Radios name="capacity" label="In this enquiry they are" hint="In another enquiry they may be something else." required="Choose what they are." choices={choicesOf(ENQUIRY_CAPACITIES)} />
        <MomentField name="from" label="From when?" required="Enter from when." />
      </Form>
    </Page>
  );
}

/** Gives the enquiry to a colleague. */
export function AssignPage(): ReactNode {
  const enquiryId = useEnquiryId();
  const enquiry = useRead(ENQUIRY, { id: enquiryId });
  const goDone = useGoDone();
  const assign = useCommand(ASSIGN_WORKER);
  return (
    <Reading of={enquiry}>
      {({ enquiry: { worker, lead } }) => (
        <Page title={worker === null ? 'Give the enquiry to a worker' : 'Hand the enquiry over'} back={{ to: `/enquiries/${enquiryId}`, text: 'The enquiry' }}>
          <Form draft={`assign:${enquiryId}`} submit={worker === null ? 'Give to this worker' : 'Hand over'}
            send={(answers) => assign({ enquiryId, worker: answers.text('worker'), note: answers.optional('note') })}
            onAccepted={() => goDone(`/enquiries/${enquiryId}`, 'The enquiry has a new worker.')}>
            <ColleagueSelect name="worker" label="Who takes it?" required="Choose a colleague." units={lead.unit === null ? [] : [lead.unit]} />
            <TextArea name="note" label="What should they know? (optional)" />
          </Form>
        </Page>
      )}
    </Reading>
  );
}

/** Records what somebody was told. */
export function TellPage(): ReactNode {
  const enquiryId = useEnquiryId();
  const [search] = useSearchParams();
  const enquiry = useRead(ENQUIRY, { id: enquiryId });
  const now = useNow();
  const goDone = useGoDone();
  const inform = useCommand(INFORM_PERSON);
  return (
    <Reading of={enquiry}>
      {({ enquiry: { people } }) => (
        <Page title="Record what somebody was told" back={{ to: `/enquiries/${enquiryId}`, text: 'The enquiry' }}>
          <Form draft={`tell:${enquiryId}`} initial={{ ...momentValues('at', now), person: search.get('person') ?? '' }} submit="Record"
            send={(answers) => inform({ enquiryId, personId: answers.text('person'), at: answers.moment('at') ?? now, told: answers.text('told') })}
            onAccepted={() => goDone(`/enquiries/${enquiryId}`, 'What they were told is recorded.')}>
            <PersonRadios name="person" label="Who was told?" required="Choose who was told." people={people} />
            <MomentField name="at" label="When?" required="Enter when they were told." />
            <TextArea name="told" label="What were they told?" hint="Leave out whatever must not be told to them." required="Say what they were told." />
          </Form>
        </Page>
      )}
    </Reading>
  );
}
