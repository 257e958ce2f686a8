import { ITEM_NATURES, SHARING_PURPOSES, labelOf } from '@mash/law';
import { useCommand } from '@mash/web-data-access';
import type { PersonOfRecord } from '@mash/web-parts';
import {
  BasisFields, OrganisationSelect, PractitionerSelect, QualityFields, QuestionFields, ShareFields, TellingFields, UnitSelect, WeighingFields, decidedItemFrom,
  questionsFrom, tellingFrom, useConsentChoices, useGoDone,
} from '@mash/web-parts';
import type { Step } from '@mash/web-ui';
import { Form, Inset, Page, Radios, TextArea, choicesOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { NoSuchItem } from './no-such-item.js';
import { PurposeGate } from './purpose-gate.js';
import type { DisclosedItem, Disclosure } from './received.operations.js';
import { DECIDE_ONWARD } from './received.operations.js';

interface PassOnProps { readonly of: Disclosure; readonly item: DisclosedItem }

/** The people of a disclosure, with what they are in it. */
export const peopleOf = (of: Disclosure): readonly PersonOfRecord[] => {
  const capacities = new Map(of.items.flatMap(({ about }) => about.map((each) => [each.personId, each.capacity] as const)));
  return [...capacities].map(([personId, capacity]) => ({ personId, capacity, identification: of.people.find((each) => each.personId === personId)?.identification ?? null }));
};

const Whom = ({ of }: { readonly of: Disclosure }): ReactNode => (
  <>
    <OrganisationSelect name="organisation" label="To which agency?" required="Choose the agency." others />
    <UnitSelect name="recipientUnit" of="organisation" label="Which team?" required="Choose the team." />
    <PractitionerSelect name="recipient" organisation="organisation" unit="recipientUnit" label="Which person?" required="Choose the person." />
    <Radios name="purpose" label="What for?" {...(of.useLimitation === null ? {} : { hint: 'It may be used for one purpose only.' })} required="Choose the purpose."
      choices={choicesOf(SHARING_PURPOSES, of.useLimitation === null ? ['PROTECT_CHILD', 'PROMOTE_CHILD_WELFARE', 'PROTECT_ADULT', 'PREVENT_SERIOUS_CRIME'] : [of.useLimitation])} />
  </>
);

function Words({ of, item }: PassOnProps): ReactNode {
  const consents = useConsentChoices(of.enquiryId);
  return (
    <>
      <Inset>
        <p className="govuk-body"><strong>{labelOf(ITEM_NATURES, item.nature)}:</strong> <span className="app-statement">{item.statement}</span></p>
        {item.restrictions.map(({ code, says }) => <p className="govuk-body" key={code}>{says}</p>)}
      </Inset>
      <TextArea name="wording" label="In exactly which words may it go on?" hint="One fact, and no more than this recipient needs. Its restrictions go with it." required="Write the words." />
      <ShareFields prefix="item" people={peopleOf(of)} consents={consents} />
    </>
  );
}

const stepsFor = (props: PassOnProps): readonly Step[] => {
  const people = peopleOf(props.of);
  return [
    { title: 'To whom, and what for', content: <Whom of={props.of} /> },
    { title: 'The words that may go', content: <Words {...props} /> },
    { title: 'The questions before every decision', content: <QuestionFields /> },
    { title: 'Your lawful basis', content: <BasisFields prefix="basis" label="On what lawful basis does your agency pass it on?" /> },
    { title: 'Weigh it up', content: <WeighingFields people={people} /> },
    { title: 'Telling the people concerned', content: <TellingFields people={people} shared={() => ['item']} /> },
    { title: 'Check what you send', content: <QualityFields /> },
  ];
};

function PassOn({ of, item }: PassOnProps): ReactNode {
  const goDone = useGoDone();
  const decide = useCommand(DECIDE_ONWARD);
  const drawnFrom = { disclosureId: of.id, itemId: item.itemId };
  return (
    <Page title="Pass something on" back={{ to: `/disclosures/${of.id}`, text: 'What was shared' }}>
      <p className="govuk-body">Passing on needs a decision of your own agency, and where it is restricted so, the approval of whoever supplied it.</p>
      <Form draft={`pass-on:${of.id}:${item.itemId}`} initial={{ purpose: of.useLimitation ?? of.purpose, 'item.category': item.category }} steps={stepsFor({ of, item })} submit="Record the decision"
        send={(answers) => decide({
          unit: of.recipient.unit, enquiryId: of.enquiryId, trigger: 'OWN_INITIATIVE', purpose: answers.text('purpose'), protects: answers.list('protects'),
          recipients: [{ organisation: answers.text('organisation'), unit: answers.optional('recipientUnit'), practitioner: answers.optional('recipient') }],
          answers: questionsFrom(answers), items: [{ ...decidedItemFrom(answers, 'item', true), drawnFrom, wording: answers.text('wording') }],
          ifShared: answers.optional('weighing.shared'), ifNotShared: answers.optional('weighing.notShared'),
          telling: tellingFrom(answers, ['item']), quality: answers.list('quality'), advice: answers.optional('advice'), reasons: answers.optional('reasons'),
        })}
        onAccepted={({ id }) => goDone(`/disclosures/${of.id}/items/${item.itemId}/share/${id}`, 'Your decision is recorded.')} />
    </Page>
  );
}

/** Decides to pass on one fact drawn from something received. */
export function PassOnPage(): ReactNode {
  const { id = '', itemId = '' } = useParams();
  return (
    <PurposeGate key={id} id={id}>
      {(of) => {
        const item = of.items.find((each) => each.itemId === itemId);
        return item === undefined ? <NoSuchItem id={id} /> : <PassOn of={of} item={item} />;
      }}
    </PurposeGate>
  );
}
