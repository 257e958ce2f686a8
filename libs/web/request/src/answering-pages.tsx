import { DISPUTE_REASONS, SHARING_METHODS } from '@mash/law';
import { Reading, useCommand, useRead } from '@mash/web-data-access';
import { ColleagueSelect, REQUEST, useGoDone } from '@mash/web-parts';
import type { Answers } from '@mash/web-ui';
import { Checkboxes, Form, Inset, Page, Radios, TextArea, When, choicesOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { ALLOCATE_REQUEST, ANSWER_ITEMS, DISPUTE_REQUEST } from './request.operations.js';

const useRequestId = (): string => useParams()['id'] ?? '';
const systemsFrom = (answers: Answers): readonly string[] => answers.text('systems').split('\n').map((line) => line.trim()).filter((line) => line !== '');

/** Answers that need no decision: nothing known after a search, or a question back. */
export function NothingKnownPage(): ReactNode {
  const id = useRequestId();
  const request = useRead(REQUEST, { id });
  const goDone = useGoDone();
  const answer = useCommand(ANSWER_ITEMS);
  return (
    <Reading of={request}>
      {({ request: of }) => (
        <Page title="Nothing known, or a question back" back={{ to: `/requests/${id}`, text: 'The request' }}>
          <Inset>“Nothing known” means that a search found nothing. What is held and not shared is decided instead, with its reasons.</Inset>
          <Form draft={`nothing-known:${id}`} initial={{ method: of.side === 'ADDRESSEE' ? 'HUB_PORTAL' : '' }} submit="Record the answer"
            send={(answers) => answer({
              requestId: id, method: answers.text('method'),
              answers: answers.list('items').map((itemId) => ({
                itemId, kind: answers.text('kind'), systemsSearched: answers.text('kind') === 'NOTHING_KNOWN' ? systemsFrom(answers) : [], told: answers.optional('told'),
              })),
            })}
            onAccepted={() => goDone(`/requests/${id}`, 'The answer is recorded.')}>
            <Checkboxes name="items" label="Which questions does it answer?" required="Choose the questions." choices={of.items.map((item) => ({ value: item.itemId, label: item.question ?? 'Question no longer held' }))} />
            <Radios name="kind" label="What is the answer?" required="Choose the answer." choices={[{ value: 'NOTHING_KNOWN', label: 'Nothing is known' }, { value: 'CLARIFY', label: 'The question needs to be made clearer' }]} />
            <When field="kind" is={['NOTHING_KNOWN']}><TextArea name="systems" label="What was searched?" hint="Each system on a line of its own" required="Name what was searched." rows={3} /></When>
            {of.side === 'ASKER' && <Radios name="method" label="How did the answer come?" required="Choose how it came." choices={choicesOf(SHARING_METHODS, ['TELEPHONE', 'EMAIL', 'POST', 'IN_PERSON', 'MEETING'])} />}
            <TextArea name="told" label="In their or your words (optional)" rows={3} />
          </Form>
        </Page>
      )}
    </Reading>
  );
}

/** Gives a request to a colleague. */
export function AllocatePage(): ReactNode {
  const id = useRequestId();
  const request = useRead(REQUEST, { id });
  const goDone = useGoDone();
  const allocate = useCommand(ALLOCATE_REQUEST);
  return (
    <Reading of={request}>
      {({ request: { to, worker } }) => (
        <Page title={worker === null ? 'Give the request to a colleague' : 'Hand the request over'} back={{ to: `/requests/${id}`, text: 'The request' }}>
          <Form draft={`allocate:${id}`} submit={worker === null ? 'Give to this colleague' : 'Hand over'}
            send={(answers) => allocate({ requestId: id, worker: answers.text('worker') })}
            onAccepted={() => goDone(`/requests/${id}`, 'The request is in their hands.')}>
            <ColleagueSelect name="worker" label="Who takes it?" required="Choose a colleague." units={to.unit === null ? [] : [to.unit]} />
          </Form>
        </Page>
      )}
    </Reading>
  );
}

/** Disputes a statutory request; the duty stays open. */
export function DisputePage(): ReactNode {
  const id = useRequestId();
  const goDone = useGoDone();
  const dispute = useCommand(DISPUTE_REQUEST);
  return (
    <Page title="Dispute the request" back={{ to: `/requests/${id}`, text: 'The request' }}>
      <p className="govuk-body">The duty to answer stays open while the dispute is looked at. Take legal advice where the reason is a matter of law.</p>
      <Form draft={`dispute:${id}`} submit="Record the dispute"
        send={(answers) => dispute({ requestId: id, reason: answers.text('reason'), words: answers.text('words') })}
        onAccepted={() => goDone(`/requests/${id}`, 'The dispute is recorded.')}>
        <Radios name="reason" label="On what ground?" required="Choose the ground." choices={choicesOf(DISPUTE_REASONS)} />
        <TextArea name="words" label="What makes it true?" required="Say what makes it true." />
      </Form>
    </Page>
  );
}
