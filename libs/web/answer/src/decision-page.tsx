import {
  CONSENT_POSITIONS, DECISION_QUESTIONS, DECISION_TRIGGERS, NOT_SOUGHT_REASONS, NOT_TOLD_EXCEPTIONS, QUALITY_TESTS, QUESTION_ANSWERS, REFUSAL_REASONS, SHARING_OUTCOMES,
  SHARING_PURPOSES, TRANSPARENCY, labelOf,
} from '@mash/law';
import { Reading, useCommand, useDirectory, useMay, useRead } from '@mash/web-data-access';
import type { SharingDecision } from '@mash/web-parts';
import { BasisSummary, DECISION, DoneBanner, PersonName, SentUnder, dataCategories, useGoDone } from '@mash/web-parts';
import { Card, Form, Inset, MomentField, Page, Summary, Tag, TextArea, momentText, momentValues, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { DISCUSS_REFUSAL } from './answer.operations.js';

interface Of { readonly of: SharingDecision }

const Item = ({ of, place }: { readonly of: SharingDecision['items'][number]; readonly place: number }): ReactNode => (
  <Card title={`Item ${place}`} actions={<Tag colour={of.share ? 'green' : 'orange'}>{of.share ? 'Shared' : 'Not shared'}</Tag>}>
    <Summary rows={[
      ['About', <>{of.about.map((id, index) => <span key={id}>{index > 0 && ', '}<PersonName id={id} /></span>)}</>],
      ['Record', labelOf(dataCategories, of.category)],
      ['Sensitive', [of.confidential ? 'confidential' : '', of.specialCategory ? 'specially protected' : '', of.criminalOffence ? 'about crimes' : ''].filter((part) => part !== '').join(', ')],
      ['Reasons', <span className="app-statement">{of.reasons ?? 'No longer held'}</span>],
      ['Refused because', of.refusalReasons.length === 0 ? null : of.refusalReasons.map((code) => labelOf(REFUSAL_REASONS, code)).join('; ')],
      ['What the asker is told', of.share ? null : of.reasonsTold ?? 'Nothing: telling would itself do harm'],
      ['Consent', of.share ? `${labelOf(CONSENT_POSITIONS, of.consentPosition)}${of.notSoughtReason === null ? '' : `. ${labelOf(NOT_SOUGHT_REASONS, of.notSoughtReason)}. ${of.notSoughtFacts ?? ''}`}` : null],
      ['Lawful basis', of.basis === null ? null : <BasisSummary of={of.basis} />], ['Words that may go', of.wording],
    ]} />
  </Card>
);

function Whole({ of }: Of): ReactNode {
  const { organisationName, practitionerName, partyName } = useDirectory();
  return (
    <Summary rows={[
      ['Outcome', <Tag colour={of.outcome === 'DO_NOT_SHARE' ? 'orange' : 'green'}>{labelOf(SHARING_OUTCOMES, of.outcome)}</Tag>],
      ['Decided', `${practitionerName(of.decidedBy)}, ${momentText(of.decidedAt)}`], ['Set going by', labelOf(DECISION_TRIGGERS, of.trigger)],
      ['With', of.recipients.map((each) => [organisationName(each.organisation), each.practitioner === null ? '' : practitionerName(each.practitioner)].filter((part) => part !== '').join(', ')).join('; ')],
      ['For', labelOf(SHARING_PURPOSES, of.purpose)], ['Reasons', <span className="app-statement">{of.reasons ?? 'No longer held'}</span>],
      ['If it is shared', of.weighing?.ifShared], ['If it is not', of.weighing?.ifNotShared], ['Advice', of.advice],
      ['Questions', <ul className="govuk-list">{of.answers.map((each) => <li key={each.question}>{labelOf(DECISION_QUESTIONS, each.question)} <strong>{labelOf(QUESTION_ANSWERS, each.answer)}</strong></li>)}</ul>],
      ['Telling', of.telling.length === 0 ? null : <ul className="govuk-list">{of.telling.map((each) => (
        <li key={each.personId}><PersonName id={each.personId} />: {labelOf(TRANSPARENCY, each.kind).toLowerCase()}{each.toldAt !== null && `, ${momentText(each.toldAt)}`}{each.due !== null && `, by ${momentText(each.due)}`}. {each.exception !== null && `${labelOf(NOT_TOLD_EXCEPTIONS, each.exception)}. `}{each.reasons}</li>))}</ul>],
      ['Checked', of.quality.map((code) => labelOf(QUALITY_TESTS, code)).join('; ')],
      ['Discussed', of.discussions.length === 0 ? null : <ul className="govuk-list">{of.discussions.map((each) => <li key={each.at}>{momentText(each.at)} with {partyName(each.with)}: {each.notes}</li>)}</ul>],
    ]} />
  );
}

const views = ['decision'] as const;

/** A decision of my unit. */
export function DecisionPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const decision = useRead(DECISION, { id }, { wakeOn: views });
  const [mayMake, mayDecide] = [useMay('disclosure:make'), useMay('decision:decide')];
  return (
    <Reading of={decision}>
      {({ decision: of }) => {
        const shares = of.items.some(({ share }) => share);
        const onward = of.items.some(({ drawnFrom }) => drawnFrom !== null);
        return (
          <Page title="Decision" {...(of.requestId === null ? {} : { back: { to: `/requests/${of.requestId}`, text: 'The request' } })}>
            <DoneBanner />
            {of.supersededBy !== null && <Inset>This decision was replaced. <Link className="govuk-link" to={`/decisions/${of.supersededBy}`}>The newer one</Link></Inset>}
            <SentUnder of={of}>
              {(sent) => (
                <div className="govuk-button-group">
                  {shares && !onward && mayMake && of.supersededBy === null && <Link className={`govuk-button${sent ? ' govuk-button--secondary' : ''}`} role="button" to={`/decisions/${of.id}/send`}>{sent ? 'Send more of what was decided' : 'Send what was decided'}</Link>}
                  {of.items.some(({ share }) => !share) && mayDecide && <Link className="govuk-button govuk-button--secondary" role="button" to={`/decisions/${of.id}/discuss`}>Record talking over the refusal</Link>}
                </div>
              )}
            </SentUnder>
            <Whole of={of} />
            <h2 className="govuk-heading-m">Item by item</h2>
            {of.items.map((item, index) => <Item key={item.itemId} of={item} place={index + 1} />)}
          </Page>
        );
      }}
    </Reading>
  );
}

/** A refusal is talked over with whoever asked. */
export function DiscussPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const now = useNow();
  const goDone = useGoDone();
  const discuss = useCommand(DISCUSS_REFUSAL);
  return (
    <Page title="Record talking over the refusal" back={{ to: `/decisions/${id}`, text: 'The decision' }}>
      <p className="govuk-body">Talk over with whoever asked why something is not shared. They may bring new facts, or take it further.</p>
      <Form draft={`discuss:${id}`} initial={momentValues('at', now)} submit="Record"
        send={(answers) => discuss({ decisionId: id, at: answers.moment('at') ?? now, notes: answers.text('notes') })}
        onAccepted={() => goDone(`/decisions/${id}`, 'The discussion is recorded.')}>
        <MomentField name="at" label="When did you speak?" required="Enter when you spoke." />
        <TextArea name="notes" label="What was said?" required="Write down what was said." />
      </Form>
    </Page>
  );
}
