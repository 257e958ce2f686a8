import { ADVISORY_WITHHELD_REASONS } from '@mash/law';
import type { schema } from '@mash/web-data-access';
import { Reading, useCommand, useDirectory, useRead } from '@mash/web-data-access';
import type { PersonOfRecord, SharingDecision } from '@mash/web-parts';
import {
  DECISION, DoneBanner, ENQUIRY, MethodFields, PractitionerSelect, REQUEST, RestrictionFields, StatementFields, UnitSelect, disclosedPeople, evidenceFrom, statementFrom, useGoDone,
} from '@mash/web-parts';
import type { Answers, Choice, Step } from '@mash/web-ui';
import { Form, Inset, MomentField, Page, Radios, Repeat, Select, TextArea, When, choicesOf, momentValues, useAnswers, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { MAKE_DISCLOSURE } from './answer.operations.js';

function Recipient(): ReactNode {
  const { organisationName } = useDirectory();
  const organisation = useAnswers().text('recipient.organisation');
  return (
    <>
      <p className="govuk-body">It goes to {organisationName(organisation)}, as decided.</p>
      <UnitSelect name="recipient.unit" of="recipient.organisation" label="Which team?" required="Choose the team." />
      <PractitionerSelect name="recipient.practitioner" organisation="recipient.organisation" unit="recipient.unit" label="To which person?" hint="An organisation alone is not enough." required="Choose the person." />
      <MethodFields methods={['HUB_PORTAL', 'TELEPHONE', 'EMAIL', 'SECURE_TRANSFER', 'POST', 'IN_PERSON', 'MEETING']} />
      <MomentField name="occurredAt" label="When is it shared?" required="Enter when it is shared." />
    </>
  );
}

interface ContentProps { readonly decision: SharingDecision; readonly people: readonly PersonOfRecord[]; readonly questions: ReadonlyMap<string, string> }

/** The decided items that go, as choices. */
const decidedChoices = ({ decision, questions }: ContentProps): readonly Choice[] => decision.items.filter(({ share }) => share)
  .map((item, index) => ({ value: item.itemId, label: questions.get(item.requestItemId ?? '') ?? `Item ${index + 1} of the decision` }));

function Statements(props: ContentProps): ReactNode {
  const choices = decidedChoices(props);
  return (
    <>
      <Inset>Write each thing by itself, and no more than was decided.</Inset>
      <Repeat name="items" title={(place) => `Statement ${place}`} add="Add another statement">
        {(prefix) => (
          <>
            {choices.length > 1 && <Select name={`${prefix}.decided`} label="Which decided item is it part of?" required="Choose the decided item." choices={choices} />}
            <StatementFields prefix={prefix} people={props.people} />
            <RestrictionFields prefix={prefix} people={props.people} recipient="recipient.organisation" />
          </>
        )}
      </Repeat>
    </>
  );
}

const Advice = ({ missing }: { readonly missing: boolean }): ReactNode => (
  <>
    {missing && (
      <>
        <Radios name="advisory" label="Consent was refused or not sought. Do you tell the recipient?" required="Say whether you tell the recipient." choices={[{ value: 'YES', label: 'Yes, tell them' }, { value: 'NO', label: 'No, telling would do harm' }]} />
        <When field="advisory" is={['YES']}><TextArea name="advisory.words" label="What do you tell them?" hint="For example: consent was not sought, because asking would put the children at increased risk." required="Write what you tell them." rows={2} /></When>
        <When field="advisory" is={['NO']}>
          <Radios name="advisory.reason" label="Why not?" required="Choose why you do not tell them." choices={choicesOf(ADVISORY_WITHHELD_REASONS)} />
          <TextArea name="advisory.words" label="What makes that true?" required="Say what makes it true." rows={2} />
        </When>
      </>
    )}
    <TextArea name="onward" label="What did they say when you asked whether they mean to pass it on?" hint="Ask before you share, and make sure they understand the limits." required="Ask them, and write down what they said." rows={2} />
  </>
);

const inputFrom = (answers: Answers, { decision, people }: ContentProps, missing: boolean): Omit<schema.MakeDisclosureInput, 'idempotencyKey'> => {
  const only = decision.items.filter(({ share }) => share)[0]?.itemId ?? null;
  return {
    unit: decision.by.unit ?? '', decisionId: decision.id, purpose: decision.purpose, method: answers.text('method'), evidence: evidenceFrom(answers), occurredAt: answers.moment('occurredAt'),
    recipient: { organisation: answers.text('recipient.organisation'), unit: answers.optional('recipient.unit'), practitioner: answers.optional('recipient.practitioner') },
    items: answers.each('items', (prefix) => ({ ...statementFrom(answers, prefix, people), decidedItemId: answers.optional(`${prefix}.decided`) ?? only })),
    people: disclosedPeople(people, decision.items.flatMap(({ about }) => about)),
    advisory: { given: missing ? answers.yes('advisory') : true, withheldReason: missing && !answers.yes('advisory') ? answers.optional('advisory.reason') : null, words: missing ? answers.optional('advisory.words') : null },
    onwardIntention: answers.optional('onward'),
  };
};

function Send(props: ContentProps & { readonly askedBy: string | null }): ReactNode {
  const { decision, askedBy } = props;
  const now = useNow();
  const goDone = useGoDone();
  const make = useCommand(MAKE_DISCLOSURE);
  const missing = decision.items.some(({ share, consentPosition }) => share && (consentPosition === 'REFUSED' || consentPosition === 'NOT_SOUGHT'));
  const [first] = decision.recipients;
  const initial = {
    items: ['0'], method: 'HUB_PORTAL', ...momentValues('occurredAt', now), 'recipient.organisation': first?.organisation ?? '',
    'recipient.unit': first?.unit ?? decision.requester?.unit ?? '', 'recipient.practitioner': first?.practitioner ?? askedBy ?? '',
  };
  const steps: readonly Step[] = [
    { title: 'What you share', content: <Statements {...props} /> },
    { title: 'To whom, and how', content: <Recipient /> },
    { title: 'What the recipient is told', content: <Advice missing={missing} /> },
  ];
  return (
    <Page title="Send what was decided" back={{ to: `/decisions/${decision.id}`, text: 'The decision' }}>
      <DoneBanner />
      <Form draft={`send:${decision.id}`} initial={initial} steps={steps} submit="Send"
        send={(answers) => make(inputFrom(answers, props, missing))}
        onAccepted={({ id }) => goDone(`/disclosures/${id}`, 'It is sent.')} />
    </Page>
  );
}

/** For a decision on a request: what was asked is at hand. */
function SendAnswer({ decision, requestId }: { readonly decision: SharingDecision; readonly requestId: string }): ReactNode {
  const request = useRead(REQUEST, { id: requestId });
  return (
    <Reading of={request}>
      {({ request: of }) => <Send decision={decision} people={of.people} askedBy={of.askedBy} questions={new Map(of.items.map(({ itemId, question }) => [itemId, question ?? 'Question no longer held']))} />}
    </Reading>
  );
}

function SendOwn({ decision, enquiryId }: { readonly decision: SharingDecision; readonly enquiryId: string }): ReactNode {
  const enquiry = useRead(ENQUIRY, { id: enquiryId });
  return <Reading of={enquiry}>{({ enquiry: of }) => <Send decision={decision} people={of.people} askedBy={null} questions={new Map()} />}</Reading>;
}

/** Writes and sends what was decided to share. */
export function SendPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const decision = useRead(DECISION, { id });
  return (
    <Reading of={decision}>
      {({ decision: of }) => (of.requestId !== null ? <SendAnswer decision={of} requestId={of.requestId} /> : <SendOwn decision={of} enquiryId={of.enquiryId ?? ''} />)}
    </Reading>
  );
}
