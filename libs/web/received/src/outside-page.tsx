import { CONSENT_POSITIONS, SHARING_PURPOSES } from '@mash/law';
import { Reading, useCommand, useDirectory, useRead } from '@mash/web-data-access';
import type { InformationRequest, PersonOfRecord } from '@mash/web-parts';
import {
  ENQUIRY, MethodFields, OrganisationSelect, OwnUnit, REQUEST, RestrictionFields, StatementFields, dataCategories, disclosedPeople, evidenceFrom, statementFrom, useGoDone, useUnit,
} from '@mash/web-parts';
import type { Answers, Step } from '@mash/web-ui';
import { Checkboxes, Form, Inset, MomentField, Page, Radios, Repeat, Select, TextArea, TextField, choicesOf, momentValues, useAnswers, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RECORD_OUTSIDE } from './received.operations.js';

interface OutsideProps { readonly request: InformationRequest | null; readonly enquiryId: string; readonly people: readonly PersonOfRecord[]; readonly back: { readonly to: string; readonly text: string } }

const methods = ['TELEPHONE', 'EMAIL', 'POST', 'IN_PERSON', 'MEETING', 'SECURE_TRANSFER'];

function How({ request }: Pick<OutsideProps, 'request'>): ReactNode {
  const answers = useAnswers();
  const { organisation } = useDirectory();
  return (
    <>
      <Inset>It is recorded as it happened. If it did not keep a rule, it is recorded all the same and marked, so be exact.</Inset>
      {request === null && <OrganisationSelect name="from" label="Which organisation did it come from?" required="Choose the organisation." others />}
      <TextField name="saidBy" label="Who said or wrote it?" required="Enter who said or wrote it." />
      <MomentField name="occurredAt" label="When did it reach you?" required="Enter when it reached you." />
      <MethodFields methods={methods} outside published={organisation(request?.to.organisation ?? answers.optional('from'))?.publishedNumber ?? null} />
      {request === null && <Radios name="purpose" label="What was it shared for?" required="Choose the purpose." choices={choicesOf(SHARING_PURPOSES, ['PROTECT_CHILD', 'PROMOTE_CHILD_WELFARE', 'PROTECT_ADULT', 'PREVENT_SERIOUS_CRIME', 'LOCAL_PRACTICE_REVIEW'])} />}
      <OwnUnit name="unit" label="Which of your units did it reach?" />
    </>
  );
}

const What = ({ request, people }: OutsideProps): ReactNode => (
  <Repeat name="items" title={(place) => `Statement ${place}`} add="Add another statement">
    {(prefix) => (
      <>
        {request !== null && <Select name={`${prefix}.answers`} label="Which question does it answer?" required="Choose the question." choices={request.items.map((item) => ({ value: item.itemId, label: item.question ?? 'Question no longer held' }))} />}
        <StatementFields prefix={prefix} people={people} />
        <Select name={`${prefix}.category`} label="What kind of record is it from?" required="Choose the kind of record." choices={choicesOf(dataCategories)} />
        <Checkboxes name={`${prefix}.kinds`} label="Is any of it" choices={[{ value: 'CONFIDENTIAL', label: 'Confidential' }, { value: 'SPECIAL', label: 'Health or other specially protected information' }, { value: 'CRIMINAL', label: 'About crimes or allegations of crimes' }]} />
        <Radios name={`${prefix}.consent`} label="What were you told about consent?" required="Choose what you were told about consent." choices={choicesOf(CONSENT_POSITIONS)} />
        <RestrictionFields prefix={prefix} people={people} recipient="nobody" />
      </>
    )}
  </Repeat>
);

const Told = (): ReactNode => (
  <>
    <TextArea name="advisory" label="What did they tell you about missing consent? (optional)" rows={2} />
    <TextArea name="onward" label="What did you say about passing it on? (optional)" rows={2} />
  </>
);

const itemFrom = (answers: Answers, prefix: string, people: readonly PersonOfRecord[]) => {
  const kinds = answers.list(`${prefix}.kinds`);
  return {
    ...statementFrom(answers, prefix, people), requestItemId: answers.optional(`${prefix}.answers`), category: answers.text(`${prefix}.category`),
    confidential: kinds.includes('CONFIDENTIAL'), specialCategory: kinds.includes('SPECIAL'), criminalOffence: kinds.includes('CRIMINAL'), consentPosition: answers.text(`${prefix}.consent`),
  };
};

function Outside(props: OutsideProps): ReactNode {
  const { request, enquiryId, people, back } = props;
  const now = useNow();
  const unit = useUnit();
  const goDone = useGoDone();
  const record = useCommand(RECORD_OUTSIDE);
  const steps: readonly Step[] = [
    { title: 'How it came', content: <How request={request} /> }, { title: 'What was said', content: <What {...props} /> }, { title: 'Consent and passing on', content: <Told /> },
  ];
  return (
    <Page title="Record an answer that came outside the hub" back={back}>
      <Form draft={`outside:${request?.id ?? enquiryId}`} initial={{ items: ['0'], ...momentValues('occurredAt', now) }} steps={steps} submit="Record it"
        send={(answers) => record({
          unit: request?.from.unit ?? unit(answers), from: request?.to.organisation ?? answers.text('from'), saidBy: answers.optional('saidBy'), requestId: request?.id ?? null,
          enquiryId: request === null ? enquiryId : null, purpose: request?.purpose ?? answers.text('purpose'), occurredAt: answers.moment('occurredAt'), method: answers.text('method'),
          evidence: evidenceFrom(answers), advisory: { given: answers.optional('advisory') !== null, withheldReason: null, words: answers.optional('advisory') },
          onwardIntention: answers.optional('onward'), people: disclosedPeople(people, answers.each('items', (prefix) => answers.list(`${prefix}.about`)).flat()),
          items: answers.each('items', (prefix) => itemFrom(answers, prefix, people)),
        })}
        onAccepted={({ id, irregular }) => goDone(`/disclosures/${id}`, irregular.length === 0 ? 'It is recorded.' : `It is recorded, and marked: it did not keep ${irregular.map((rule) => `rule ${rule}`).join(', ')}.`)} />
    </Page>
  );
}

/** An answer to a request. */
export function RequestOutsidePage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const request = useRead(REQUEST, { id });
  return <Reading of={request}>{({ request: of }) => <Outside request={of} enquiryId={of.enquiryId} people={of.people} back={{ to: `/requests/${of.id}`, text: 'The request' }} />}</Reading>;
}

/** Something that nobody asked for. */
export function EnquiryOutsidePage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const enquiry = useRead(ENQUIRY, { id });
  return <Reading of={enquiry}>{({ enquiry: of }) => <Outside request={null} enquiryId={of.id} people={of.people} back={{ to: `/enquiries/${of.id}`, text: 'The enquiry' }} />}</Reading>;
}
