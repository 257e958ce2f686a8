import { CONSENT_FORMS, CONSENT_KINDS, CONSENT_USES, GIVER_BASES, INFORMED_ITEMS, NOT_SOUGHT_REASONS, SHARING_PURPOSES, labelOf } from '@mash/law';
import type { schema } from '@mash/web-data-access';
import { Reading, useCommand, useDirectory, useMay, useRead } from '@mash/web-data-access';
import { DoneBanner, OwnUnit, consentStatus, dataCategories, useGoDone, useUnit } from '@mash/web-parts';
import { Form, Moment, MomentField, Page, Private, Summary, Tag, TextArea, Warning, momentText, momentValues, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { CONSENT, WITHDRAW_CONSENT } from './consent.operations.js';

const list = (words: readonly string[]): ReactNode => (words.length === 0 ? null : <ul className="govuk-list">{words.map((each) => <li key={each}>{each}</li>)}</ul>);

function Facts({ of }: { readonly of: schema.Consent }): ReactNode {
  const { organisationName, partyName } = useDirectory();
  return (
    <Summary rows={[
      ['Position', <Tag colour={consentStatus(of.status).colour}>{consentStatus(of.status).label}</Tag>],
      ['Whose', <Private>{of.giverName ?? 'No longer held'}</Private>],
      ['On what footing', of.giverBasis === null ? null : labelOf(GIVER_BASES, of.giverBasis)],
      ['When', of.at === null ? null : <Moment at={of.at} />],
      ['In their words', <span className="app-statement">{of.words}</span>],
      ['Why not sought', of.notSoughtReason === null ? null : labelOf(NOT_SOUGHT_REASONS, of.notSoughtReason)],
      ['What they agreed to', list(of.uses.map((code) => labelOf(CONSENT_USES, code)))],
      ['For', list(of.purposes.map((code) => labelOf(SHARING_PURPOSES, code)))],
      ['Kinds of information', list(of.categories.map((code) => labelOf(dataCategories, code)))],
      ['Who may receive it', list(of.recipients.map((id) => organisationName(id)))],
      ['How', of.kind === null ? null : `${labelOf(CONSENT_KINDS, of.kind)}. ${of.form === null ? '' : labelOf(CONSENT_FORMS, of.form)}.`],
      ['They were told', list(of.informed.map((code) => labelOf(INFORMED_ITEMS, code)))],
      ['Notice', of.noticeVersion === null ? null : `Version ${of.noticeVersion}`],
      ['Review by', of.reviewDue === null ? null : momentText(of.reviewDue)], ['Ends', of.expires === null ? null : momentText(of.expires)],
      ['Recorded by', partyName(of.obtainedBy)], ['May also be relied on by', list(of.mayBeReliedOnBy.map(partyName))],
      ['Relied on for', list(of.reliances.map((each) => `Information sent by ${partyName(each.sender)} to ${organisationName(each.recipient)}`))],
      ['Withdrawn', of.withdrawal === null ? null : `${momentText(of.withdrawal.at)}, as told to ${partyName(of.withdrawal.reportedBy)}. ${of.withdrawal.words ?? ''}`],
    ]} />
  );
}

const views = ['consent'] as const;

/** One consent, refusal, or reason for not asking. */
export function ConsentPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const consent = useRead(CONSENT, { id }, { wakeOn: views });
  const mayRecord = useMay('consent:record');
  return (
    <Reading of={consent}>
      {({ consent: of }) => (
        <Page title="Consent">
          <DoneBanner />
          {of.status === 'INVALID' && <Warning>Nobody may rely on this consent: {of.invalidBecause.map((rule) => `rule ${rule}`).join(', ')}. Speak with the person again and record a new one.</Warning>}
          <Facts of={of} />
          {of.status === 'GIVEN' && mayRecord && <Link className="govuk-button govuk-button--warning" role="button" to={`/consents/${of.id}/withdraw`}>Record that it was withdrawn</Link>}
        </Page>
      )}
    </Reading>
  );
}

/** Withdrawing is as easy as giving. */
export function WithdrawConsentPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const now = useNow();
  const unit = useUnit();
  const goDone = useGoDone();
  const withdraw = useCommand(WITHDRAW_CONSENT);
  return (
    <Page title="Record that consent was withdrawn" back={{ to: `/consents/${id}`, text: 'The consent' }}>
      <p className="govuk-body">From this moment nobody may rely on it. What was lawfully shared before stays lawful; whoever holds it on the consent alone loses sight of it until they have looked at their basis.</p>
      <Form draft={`withdraw:${id}`} initial={momentValues('at', now)} submit="Record the withdrawal" warning
        send={(answers) => withdraw({ unit: unit(answers), consentId: id, at: answers.moment('at') ?? now, words: answers.optional('words') })}
        onAccepted={() => goDone(`/consents/${id}`, 'The withdrawal is recorded. Everybody who relied on it has been given a task.')}>
        <OwnUnit name="unit" label="Which of your units was told?" />
        <MomentField name="at" label="When did they withdraw it?" required="Enter when they withdrew it." />
        <TextArea name="words" label="What did they say? (optional)" rows={3} />
      </Form>
    </Page>
  );
}
