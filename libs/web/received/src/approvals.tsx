import { SHARING_PURPOSES, labelOf } from '@mash/law';
import { ReadingPart, useCommand, useDirectory, useMay, useRead } from '@mash/web-data-access';
import { useGoDone } from '@mash/web-parts';
import type { TagColour } from '@mash/web-ui';
import { Card, Form, Moment, Radios, Summary, Tag, TextArea, When } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Disclosure, OnwardApproval } from './received.operations.js';
import { APPROVALS, APPROVE_ONWARD, REFUSE_ONWARD } from './received.operations.js';

const states: Readonly<Record<string, { readonly label: string; readonly colour: TagColour }>> = {
  PENDING: { label: 'Waiting for an answer', colour: 'yellow' }, APPROVED: { label: 'Approved', colour: 'green' }, REFUSED: { label: 'Refused', colour: 'red' }, USED: { label: 'Approved and passed on', colour: 'green' },
};

/** The originator answers for exactly these words, this recipient and this purpose. */
function Answer({ of }: { readonly of: OnwardApproval }): ReactNode {
  const [approve, refuse] = [useCommand(APPROVE_ONWARD), useCommand(REFUSE_ONWARD)];
  const goDone = useGoDone();
  const which = { disclosureId: of.disclosureId, approvalId: of.id };
  return (
    <Form draft={`approval:${of.id}`} submit="Answer" send={(answers) => (answers.yes('approve') ? approve(which) : refuse({ ...which, reasons: answers.text('reasons') }))}
      onAccepted={() => goDone(`/disclosures/${of.disclosureId}`, 'Your answer is recorded.')}>
      <Radios name="approve" label="May these words go to this recipient for this purpose?" hint="The restrictions stay on them." required="Choose yes or no." choices={[{ value: 'YES', label: 'Yes, approve' }, { value: 'NO', label: 'No, refuse' }]} />
      <When field="approve" is={['NO']}><TextArea name="reasons" label="Why not?" required="Say why not." rows={2} /></When>
    </Form>
  );
}

function Approval({ of }: { readonly of: OnwardApproval }): ReactNode {
  const { partyName, practitionerName } = useDirectory();
  const [mayApprove, mayShare] = [useMay('disclosure:approve-onward'), useMay('disclosure:share-onward')];
  const state = states[of.status];
  return (
    <Card title={of.side === 'ORIGINATOR' ? `${partyName(of.by)} asks to pass something on` : `Approval asked of ${partyName(of.originator)}`}
      actions={<Tag colour={state?.colour ?? 'grey'}>{state?.label ?? of.status}</Tag>}>
      <Summary rows={[
        ['Words', <span className="app-statement">{of.wording ?? 'No longer held'}</span>],
        ['To', [partyName(of.recipient), of.recipient.practitioner === null ? '' : practitionerName(of.recipient.practitioner)].filter((part) => part !== '').join(': ')],
        ['For', labelOf(SHARING_PURPOSES, of.purpose)], ['Asked', <Moment at={of.soughtAt} />],
        ['Answer', of.answer === null ? null : <><Moment at={of.answer.at} /> by {practitionerName(of.answer.by)}. {of.answer.reasons}</>],
        ['Passed on', of.childId === null ? null : <Link className="govuk-link" to={`/disclosures/${of.childId}`}>What was passed on</Link>],
      ]} />
      {of.side === 'ORIGINATOR' && of.status === 'PENDING' && mayApprove && <Answer of={of} />}
      {of.side === 'HOLDER' && of.status === 'APPROVED' && mayShare && of.decisionId !== null
        && <Link className="govuk-button" role="button" to={`/disclosures/${of.disclosureId}/items/${of.itemId}/share/${of.decisionId}`}>Pass it on</Link>}
    </Card>
  );
}

const views = ['onward_approval', 'disclosure'] as const;

/** Approvals to pass something on, sought or to be answered. */
export function Approvals({ of }: { readonly of: Disclosure }): ReactNode {
  const approvals = useRead(APPROVALS, { disclosureId: of.id }, { wakeOn: views });
  return (
    <ReadingPart of={approvals}>
      {({ onwardApprovals: { items } }) => (items.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Passing on</h2>
          {items.map((each) => <Approval key={each.id} of={each} />)}
        </>
      ))}
    </ReadingPart>
  );
}
