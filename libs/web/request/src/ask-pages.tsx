import { PURPOSE_FUNCTIONS, RECIPIENT_TYPES, STATUTORY_POWERS } from '@mash/law';
import { Reading, useCommand, useDirectory, useRead } from '@mash/web-data-access';
import { ENQUIRY, OrganisationSelect, PractitionerSelect, UnitSelect, useGoDone } from '@mash/web-parts';
import type { Answers, Step } from '@mash/web-ui';
import { Form, Inset, Page, Radios, Select, TextArea, When, choicesOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { askingFrom } from './asking-from.js';
import { askingSteps } from './asking-steps.js';
import { ISSUE_STATUTORY_REQUEST, REQUEST_INFORMATION } from './request.operations.js';

/** Asks one agency for information. */
export function AskPage(): ReactNode {
  const enquiryId = useParams()['id'] ?? '';
  const enquiry = useRead(ENQUIRY, { id: enquiryId });
  const goDone = useGoDone();
  const ask = useCommand(REQUEST_INFORMATION);
  return (
    <Reading of={enquiry}>
      {({ enquiry: of }) => (
        <Page title="Ask an agency for information" back={{ to: `/enquiries/${of.id}`, text: 'The enquiry' }}>
          <Form draft={`ask:${of.id}`} initial={{ items: ['0'] }} steps={askingSteps(of, false)} submit="Send the request"
            send={(answers) => ask({ ...askingFrom(answers, of), purpose: answers.text('purpose') })}
            onAccepted={({ id }) => goDone(`/requests/${id}`, 'The request is sent.')} />
        </Page>
      )}
    </Reading>
  );
}

function Power(): ReactNode {
  const { arrangements } = useDirectory();
  return (
    <>
      <Inset>Only a safeguarding partner for the area can issue this, through a person who holds its delegation.</Inset>
      <Radios name="power" label="Under which power?" required="Choose the power." choices={choicesOf(STATUTORY_POWERS, ['CA2004_S16H'])} />
      <Radios name="function" label="What function does it serve?" required="Choose the function." choices={choicesOf(PURPOSE_FUNCTIONS, ['S16E', 'S16F'])} />
      <Select name="arrangement" label="Under which safeguarding arrangement?" required="Choose the arrangement." choices={arrangements.map(({ id, name }) => ({ value: id, label: name }))} />
    </>
  );
}

const Texts = (): ReactNode => (
  <>
    <TextArea name="texts.purpose" label="The purpose of the request" required="State the purpose." />
    <TextArea name="texts.whyNeeded" label="Why the information is needed" required="Say why it is needed." />
    <TextArea name="texts.necessity" label="Why it is necessary to require it" required="Say why it is necessary." />
    <TextArea name="texts.proportionality" label="Why it is proportionate" required="Say why it is proportionate." />
    <TextArea name="texts.burden" label="What burden it puts on whoever answers, and how you kept it small" required="Say what burden it puts on them." />
    <When field="function" is={['S16E']}>
      <TextArea name="texts.howS16E" label="If it is about one case: how it serves the arrangements to identify and respond to needs" />
    </When>
  </>
);

const Recipient = (): ReactNode => (
  <>
    <Radios name="recipient.kind" label="To whom must the answer go?" required="Choose to whom the answer goes." choices={choicesOf(RECIPIENT_TYPES)} />
    <OrganisationSelect name="recipient.organisation" label="Which organisation are they with?" required="Choose the organisation." />
    <UnitSelect name="recipient.unit" of="recipient.organisation" label="Which team?" required="Choose the team." />
    <PractitionerSelect name="recipient.practitioner" organisation="recipient.organisation" unit="recipient.unit" label="Which person? (optional)" />
    <When field="recipient.kind" is={['REVIEWER', 'RELEVANT_AGENCY', 'OTHER_PARTNER', 'OTHER']}>
      <TextArea name="recipient.reason" label="Why does it go to them?" required="Say why it goes to them." rows={2} />
    </When>
  </>
);

const lawSteps: readonly Step[] = [
  { title: 'The power', content: <Power /> },
  { title: 'What the power asks you to say', content: <Texts /> },
  { title: 'Who receives the answer', content: <Recipient /> },
];

const byLaw = (answers: Answers) => ({
  power: answers.text('power'), statutoryFunction: answers.text('function'), arrangementId: answers.text('arrangement'),
  texts: {
    purpose: answers.optional('texts.purpose'), whyNeeded: answers.optional('texts.whyNeeded'), necessity: answers.optional('texts.necessity'),
    proportionality: answers.optional('texts.proportionality'), burdenConsidered: answers.optional('texts.burden'), howS16EServed: answers.optional('texts.howS16E'),
  },
  recipients: [{
    kind: answers.text('recipient.kind'), practitionerId: answers.optional('recipient.practitioner'), reason: answers.optional('recipient.reason'),
    organisation: answers.text('recipient.organisation'), unit: answers.text('recipient.unit'),
  }],
});

/** Issues a request that the law obliges to answer. */
export function AskByLawPage(): ReactNode {
  const enquiryId = useParams()['id'] ?? '';
  const enquiry = useRead(ENQUIRY, { id: enquiryId });
  const goDone = useGoDone();
  const issue = useCommand(ISSUE_STATUTORY_REQUEST);
  return (
    <Reading of={enquiry}>
      {({ enquiry: of }) => (
        <Page title="Issue a statutory request" back={{ to: `/enquiries/${of.id}`, text: 'The enquiry' }}>
          <Form draft={`ask-by-law:${of.id}`} initial={{ items: ['0'], power: 'CA2004_S16H' }} steps={[...lawSteps, ...askingSteps(of, true)]} submit="Issue the request"
            send={(answers) => issue({ ...askingFrom(answers, of), ...byLaw(answers) })}
            onAccepted={({ id }) => goDone(`/requests/${id}`, 'The statutory request is issued.')} />
        </Page>
      )}
    </Reading>
  );
}
