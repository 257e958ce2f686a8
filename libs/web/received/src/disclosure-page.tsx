import { ADVISORY_WITHHELD_REASONS, SHARING_METHODS, SHARING_PURPOSES, labelOf } from '@mash/law';
import { useCommand, useDirectory, useMay } from '@mash/web-data-access';
import { DoneBanner } from '@mash/web-parts';
import { Banner, Form, Inset, Moment, Page, Summary, Warning, momentText } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Approvals } from './approvals.js';
import { DisclosedItemCard } from './disclosed-item.js';
import { PurposeGate } from './purpose-gate.js';
import type { Disclosure } from './received.operations.js';
import { ACCEPT_RESTRICTIONS } from './received.operations.js';

interface Of { readonly of: Disclosure }

function Facts({ of, changePurpose }: Of & { readonly changePurpose: () => void }): ReactNode {
  const { organisationName, partyName, practitionerName } = useDirectory();
  const mayEnquiry = useMay('enquiry:read');
  const person = (who: { readonly practitioner: string | null; readonly name: string | null }): string => (who.practitioner === null ? who.name ?? '' : practitionerName(who.practitioner));
  return (
    <Summary rows={[
      ['From', [partyName(of.sender), person(of.madeBy)].filter((part) => part !== '').join(': ')],
      ['To', [partyName(of.recipient), person(of.recipient)].filter((part) => part !== '').join(': ')],
      ['Shared', <><Moment at={of.occurredAt} />, {labelOf(SHARING_METHODS, of.method).toLowerCase()}{of.recordedAt.slice(0, 16) !== of.occurredAt.slice(0, 16) && <span className="app-list__note">Recorded <Moment at={of.recordedAt} /> by {partyName(of.recordedBy)}</span>}</>],
      ['For', labelOf(SHARING_PURPOSES, of.purpose), <button type="button" className="app-link-button govuk-link" onClick={changePurpose}>Change why you read</button>],
      ['May only be used for', of.useLimitation === null ? null : labelOf(SHARING_PURPOSES, of.useLimitation)],
      ['About consent', of.advisory.words === null ? null : `${of.advisory.words}${of.advisory.withheldReason === null ? '' : ` (not told to the recipient: ${labelOf(ADVISORY_WITHHELD_REASONS, of.advisory.withheldReason).toLowerCase()})`}`],
      ['About passing on', of.onwardIntention],
      ['Restrictions accepted', of.accepted === null ? 'Not yet' : <Moment at={of.accepted.at} />], ['Receipt recorded', of.received === null ? 'Not yet' : <Moment at={of.received.at} />],
      ['Refused attempts to pass on', of.refusedOnward.length === 0 ? null : <ul className="govuk-list">{of.refusedOnward.map((each) => <li key={`${each.at}${each.itemId}`}>{momentText(each.at)}: {partyName(each.by)} to {organisationName(each.recipient)} ({each.reasons.map(({ rule }) => `rule ${rule}`).join(', ')})</li>)}</ul>],
      ['Enquiry', of.enquiryId === null || !mayEnquiry ? null : <Link className="govuk-link" to={`/enquiries/${of.enquiryId}`}>Open the enquiry</Link>],
      ['Request', of.requestId === null ? null : <Link className="govuk-link" to={`/requests/${of.requestId}`}>Open the request</Link>],
      ['Decision', of.decisionId === null ? null : <Link className="govuk-link" to={`/decisions/${of.decisionId}`}>Open the decision</Link>],
    ]} />
  );
}

function Accept({ of }: Of): ReactNode {
  const accept = useCommand(ACCEPT_RESTRICTIONS);
  return (
    <>
      <Inset>Nothing of the content shows before you accept the restrictions below. They bind everybody in your agency who reads it.</Inset>
      <Form draft={`accept:${of.id}`} submit="Accept the restrictions and read" send={() => accept({ disclosureId: of.id })} onAccepted={() => undefined} />
    </>
  );
}

function NextSteps({ of }: Of): ReactNode {
  const [mayReceive, mayOpen] = [useMay('disclosure:receive'), useMay('enquiry:open')];
  if (of.side !== 'RECIPIENT' || of.accepted === null) return null;
  const review = of.items.some(({ basisUnderReview }) => basisUnderReview);
  return (
    <div className="govuk-button-group">
      {of.kind === 'CONCERN' && of.enquiryId === null && mayOpen && <Link className="govuk-button" role="button" to={`/enquiries/open?concern=${of.id}`}>Open an enquiry on this concern</Link>}
      {mayReceive && (of.received === null || review) && <Link className={`govuk-button${of.kind === 'CONCERN' && mayOpen ? ' govuk-button--secondary' : ''}`} role="button" to={`/disclosures/${of.id}/receive`}>{review ? 'Look at the basis again' : 'Record receipt and your basis'}</Link>}
    </div>
  );
}

const titles: Readonly<Record<string, string>> = { CONCERN: 'A concern', ANSWER: 'An answer', ONWARD: 'Information passed on', OWN_INITIATIVE: 'Information shared' };

function Items({ of }: Of): ReactNode {
  const mayPassOn = useMay('disclosure:share-onward');
  const holds = of.side === 'RECIPIENT' && of.accepted !== null && mayPassOn;
  return (
    <>
      <h2 className="govuk-heading-m">What was shared</h2>
      {of.items.map((item, index) => (
        <DisclosedItemCard key={item.itemId} item={item} of={of} place={index + 1}
          {...(holds && item.withheld === null ? { actions: <Link className="govuk-link" to={`/disclosures/${of.id}/items/${item.itemId}/pass-on`}>Pass on<span className="govuk-visually-hidden"> statement {index + 1}</span></Link> } : {})} />
      ))}
    </>
  );
}

/** One disclosure, read for a stated purpose. */
export function DisclosurePage(): ReactNode {
  const id = useParams()['id'] ?? '';
  return (
    <PurposeGate key={id} id={id}>
      {(of, changePurpose) => (
        <Page title={titles[of.kind] ?? 'Information shared'} caption={of.side === 'SENDER' ? 'Sent by your unit' : 'Received by your unit'} back={{ to: '/sent-and-received', text: 'Sent and received' }}>
          <DoneBanner />
          {of.items.some(({ basisUnderReview }) => basisUnderReview) && <Banner title="Consent withdrawn" id="withdrawn"><p className="govuk-notification-banner__heading">A consent was withdrawn. What rests on it alone is withheld until you have looked at your basis.</p></Banner>}
          {of.irregular.length > 0 && <Warning>It was made in a way that did not keep {of.irregular.map((rule) => `rule ${rule}`).join(', ')}. It is kept, and marked.</Warning>}
          {of.side === 'RECIPIENT' && of.accepted === null ? <Accept of={of} /> : <NextSteps of={of} />}
          <Items of={of} />
          <Approvals of={of} />
          <h2 className="govuk-heading-m">About it</h2>
          <Facts of={of} changePurpose={changePurpose} />
        </Page>
      )}
    </PurposeGate>
  );
}
