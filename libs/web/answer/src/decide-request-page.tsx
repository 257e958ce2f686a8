import { Reading, useCommand, useRead } from '@mash/web-data-access';
import type { InformationRequest } from '@mash/web-parts';
import {
  BasisFields, QualityFields, QuestionFields, REQUEST, RefuseFields, ShareFields, TellingFields, WeighingFields, decidedItemFrom, questionsFrom, tellingFrom,
  useConsentChoices, useGoDone,
} from '@mash/web-parts';
import type { Answers, Step } from '@mash/web-ui';
import { Form, Inset, Page, Radios, When, useNameOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { DECIDE_SHARING } from './answer.operations.js';

const prefixOf = (itemId: string): string => `item.${itemId}`;
const isOpen = ({ answer }: InformationRequest['items'][number]): boolean => answer === null || answer.kind === 'CLARIFY' || answer.kind === 'NO_REPLY';

/** The items that the form says something about, and those of them that go. */
const decidedIn = (answers: Answers, of: InformationRequest): readonly { readonly itemId: string; readonly prefix: string; readonly share: boolean }[] =>
  of.items.map(({ itemId }) => ({ itemId, prefix: prefixOf(itemId), choice: answers.text(`${prefixOf(itemId)}.share`) }))
    .filter(({ choice }) => choice !== '' && choice !== 'LATER').map(({ itemId, prefix, choice }) => ({ itemId, prefix, share: choice === 'YES' }));

const sharedIn = (answers: Answers, of: InformationRequest): readonly string[] => decidedIn(answers, of).filter(({ share }) => share).map(({ prefix }) => prefix);

function Items({ of }: { readonly of: InformationRequest }): ReactNode {
  const nameOf = useNameOf();
  const consents = useConsentChoices(of.enquiryId);
  return (
    <>
      {of.items.filter(isOpen).map((item, index) => {
        const prefix = prefixOf(item.itemId);
        const about = item.about.map((id) => nameOf(id, of.people.find(({ personId }) => personId === id)?.identification)).join(', ');
        return (
          <section className="app-part" key={item.itemId} aria-label={`Question ${index + 1}`}>
            <h3 className="govuk-heading-m">Question {index + 1}</h3>
            <Inset><p className="govuk-body app-statement">{item.question}</p><p className="govuk-body">About {about}. {item.why}</p></Inset>
            <Radios name={`${prefix}.share`} label="Do you share what you hold on this?" hint="In whole or in part. If a search found nothing, answer “nothing known” on the request’s page instead." required={`Decide on question ${index + 1}.`}
              choices={[{ value: 'YES', label: 'Share' }, { value: 'NO', label: 'Do not share' }, { value: 'LATER', label: 'Leave this question for another answer' }]} />
            <When field={`${prefix}.share`} is={['YES']}><ShareFields prefix={prefix} people={of.people} consents={consents} /></When>
            <When field={`${prefix}.share`} is={['NO']}><RefuseFields prefix={prefix} people={of.people} /></When>
          </section>
        );
      })}
    </>
  );
}

const stepsFor = (of: InformationRequest): readonly Step[] => {
  const shares = (answers: Answers): boolean => sharedIn(answers, of).length > 0;
  return [
    { title: 'What you share, question by question', content: <Items of={of} /> },
    { title: 'The questions before every decision', content: <QuestionFields /> },
    { title: 'Your lawful basis', content: <BasisFields prefix="basis" label="On what lawful basis does your agency share it?" hint="Your own, not the asker’s. Choose the nearest; you can then change each part." />, when: shares },
    { title: 'Weigh it up', content: <WeighingFields people={of.people} /> },
    { title: 'Telling the people concerned', content: <TellingFields people={of.people} shared={(answers) => sharedIn(answers, of)} />, when: shares },
    { title: 'Check what you send', content: <QualityFields />, when: shares },
  ];
};

/** Answers a request: the decision first, item by item. */
export function DecideRequestPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const request = useRead(REQUEST, { id });
  const goDone = useGoDone();
  const decide = useCommand(DECIDE_SHARING);
  return (
    <Reading of={request}>
      {({ request: of }) => (
        <Page title="Decide what to share" back={{ to: `/requests/${id}`, text: 'The request' }}>
          <Form draft={`decide:${id}`} steps={stepsFor(of)} submit="Record the decision"
            send={(answers) => decide({
              requestId: id, purpose: of.purpose, protects: answers.list('protects'), answers: questionsFrom(answers),
              items: decidedIn(answers, of).map(({ itemId, prefix, share }) => ({ ...decidedItemFrom(answers, prefix, share), requestItemId: itemId })),
              ifShared: answers.optional('weighing.shared'), ifNotShared: answers.optional('weighing.notShared'),
              telling: tellingFrom(answers, sharedIn(answers, of)), quality: answers.list('quality'), advice: answers.optional('advice'), reasons: answers.optional('reasons'),
            })}
            onAccepted={({ id: decisionId }, answers) => (sharedIn(answers, of).length > 0
              ? goDone(`/decisions/${decisionId}/send`, 'Your decision is recorded. Now write what you share.')
              : goDone(`/decisions/${decisionId}`, 'Your decision is recorded. Talk it over with whoever asked.'))} />
        </Page>
      )}
    </Reading>
  );
}
