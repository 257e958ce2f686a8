import { SHARING_PURPOSES } from '@mash/law';
import { Reading, useCommand, useRead } from '@mash/web-data-access';
import type { Enquiry } from '@mash/web-parts';
import {
  BasisFields, ENQUIRY, OrganisationSelect, OwnUnit, PractitionerSelect, QualityFields, QuestionFields, ShareFields, TellingFields, UnitSelect, WeighingFields,
  decidedItemFrom, questionsFrom, tellingFrom, useConsentChoices, useGoDone, useUnit,
} from '@mash/web-parts';
import type { Step } from '@mash/web-ui';
import { Form, Page, Radios, Repeat, choicesOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { DECIDE_SHARING } from './answer.operations.js';

const Whom = (): ReactNode => (
  <>
    <OrganisationSelect name="organisation" label="With which agency do you share it?" required="Choose the agency." others />
    <UnitSelect name="recipientUnit" of="organisation" label="Which team?" required="Choose the team." />
    <PractitionerSelect name="recipient" organisation="organisation" unit="recipientUnit" label="Which person?" required="Choose the person." />
    <Radios name="purpose" label="What for?" required="Choose the purpose." choices={choicesOf(SHARING_PURPOSES, ['PROTECT_CHILD', 'PROMOTE_CHILD_WELFARE', 'PROTECT_ADULT', 'PREVENT_SERIOUS_CRIME', 'LEGAL_PROCEEDINGS'])} />
    <Radios name="trigger" label="What sets it going?" required="Choose what sets it going." choices={[{ value: 'OWN_INITIATIVE', label: 'Your own initiative' }, { value: 'COURT_ORDER', label: 'A court order' }, { value: 'EMERGENCY', label: 'An emergency' }]} />
    <OwnUnit name="unit" label="Which of your units decides?" />
  </>
);

function Items({ of }: { readonly of: Enquiry }): ReactNode {
  const consents = useConsentChoices(of.id);
  return <Repeat name="items" title={(place) => `Item ${place}`} add="Add another item">{(prefix) => <ShareFields prefix={prefix} people={of.people} consents={consents} />}</Repeat>;
}

const stepsFor = (of: Enquiry): readonly Step[] => [
  { title: 'With whom, and what for', content: <Whom /> },
  { title: 'What you share', content: <Items of={of} /> },
  { title: 'The questions before every decision', content: <QuestionFields /> },
  { title: 'Your lawful basis', content: <BasisFields prefix="basis" label="On what lawful basis does your agency share it?" /> },
  { title: 'Weigh it up', content: <WeighingFields people={of.people} /> },
  { title: 'Telling the people concerned', content: <TellingFields people={of.people} shared={(answers) => answers.each('items', (prefix) => prefix)} /> },
  { title: 'Check what you send', content: <QualityFields /> },
];

/** Decides to share something that nobody asked for. */
export function DecideOwnPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const enquiry = useRead(ENQUIRY, { id });
  const unit = useUnit();
  const goDone = useGoDone();
  const decide = useCommand(DECIDE_SHARING);
  return (
    <Reading of={enquiry}>
      {({ enquiry: of }) => (
        <Page title="Share something on your own initiative" back={{ to: `/enquiries/${id}`, text: 'The enquiry' }}>
          <Form draft={`decide-own:${id}`} initial={{ items: ['0'] }} steps={stepsFor(of)} submit="Record the decision"
            send={(answers) => decide({
              enquiryId: id, unit: unit(answers), trigger: answers.text('trigger'), purpose: answers.text('purpose'), protects: answers.list('protects'),
              recipients: [{ organisation: answers.text('organisation'), unit: answers.optional('recipientUnit'), practitioner: answers.optional('recipient') }],
              answers: questionsFrom(answers), items: answers.each('items', (prefix) => decidedItemFrom(answers, prefix, true)),
              ifShared: answers.optional('weighing.shared'), ifNotShared: answers.optional('weighing.notShared'),
              telling: tellingFrom(answers, answers.each('items', (prefix) => prefix)), quality: answers.list('quality'), advice: answers.optional('advice'), reasons: answers.optional('reasons'),
            })}
            onAccepted={({ id: decisionId }) => goDone(`/decisions/${decisionId}/send`, 'Your decision is recorded. Now write what you share.')} />
        </Page>
      )}
    </Reading>
  );
}
