import { ENQUIRY_GROUNDS, URGENCIES } from '@mash/law';
import { useCommand, useDirectory } from '@mash/web-data-access';
import { OwnUnit, useGoDone, useUnit } from '@mash/web-parts';
import { Form, MomentField, Page, Radios, Select, TextArea, choicesOf, momentValues, useAnswers, useNow, yesNo } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { OPEN_ENQUIRY } from './enquiry.operations.js';

function Area(): ReactNode {
  const { arrangements } = useDirectory();
  const answers = useAnswers();
  const arrangement = arrangements.find((each) => each.id === answers.text('arrangement')) ?? (arrangements.length === 1 ? arrangements[0] : undefined);
  return (
    <>
      {arrangements.length > 1 && <Select name="arrangement" label="Which safeguarding arrangement?" required="Choose the arrangement." choices={arrangements.map(({ id, name }) => ({ value: id, label: name }))} />}
      {arrangement !== undefined && arrangement.areas.length > 1
        && <Radios name="area" label="Which council area?" hint="The area where the child or adult lives." required="Choose the area." choices={arrangement.areas.map((area) => ({ value: area, label: area }))} />}
    </>
  );
}

/** Opens an enquiry on a concern. */
export function OpenEnquiryPage(): ReactNode {
  const [search] = useSearchParams();
  const concern = search.get('concern');
  const now = useNow();
  const unit = useUnit();
  const { arrangements } = useDirectory();
  const goDone = useGoDone();
  const open = useCommand(OPEN_ENQUIRY);
  return (
    <Page title="Open an enquiry" back={{ to: concern === null ? '/enquiries' : `/disclosures/${concern}`, text: concern === null ? 'Enquiries' : 'The concern' }}>
      <p className="govuk-body">You become accountable for the decisions of this enquiry. No information can be asked for before its ground in law is recorded.</p>
      <Form draft={`open-enquiry:${concern ?? ''}`} initial={momentValues('receivedAt', now)} submit="Open the enquiry"
        send={(answers) => {
          const arrangement = arrangements.find((each) => each.id === answers.text('arrangement')) ?? arrangements[0];
          return open({
            unit: unit(answers), arrangementId: arrangement?.id ?? '', area: answers.text('area') || (arrangement?.areas[0] ?? ''), concern,
            receivedAt: answers.moment('receivedAt') ?? now, summary: answers.text('summary'), urgency: answers.text('urgency'),
            immediateDanger: answers.yes('danger'), ground: answers.text('ground'), groundReasons: answers.text('reasons'),
          });
        }}
        onAccepted={({ id }) => goDone(`/enquiries/${id}`, 'The enquiry is open. Next, add the people it is about.')}>
        <OwnUnit name="unit" label="Which of your units leads it?" />
        <Area />
        <MomentField name="receivedAt" label="When did the concern reach the hub?" required="Enter when it reached the hub." />
        <TextArea name="summary" label="What is the concern?" hint="A few sentences. Say what was seen or said, and by whom." required="Say what the concern is." />
        <Radios name="danger" label="Is somebody in danger now?" hint="If so, call 999 before anything else." inline required="Say whether somebody is in danger now." choices={yesNo} />
        <Radios name="urgency" label="How soon are answers wanted?" required="Choose how soon answers are wanted." choices={choicesOf(URGENCIES)} />
        <Radios name="ground" label="What is the ground in law?" required="Choose the ground." choices={choicesOf(ENQUIRY_GROUNDS)} />
        <TextArea name="reasons" label="Why is that ground met?" required="Say why the ground is met." />
      </Form>
    </Page>
  );
}
