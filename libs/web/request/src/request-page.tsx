import { ANSWER_KINDS, CONSENT_POSITIONS, DISPUTE_REASONS, ENQUIRY_CAPACITIES, NOT_SOUGHT_REASONS, PURPOSE_FUNCTIONS, SHARING_METHODS, SHARING_PURPOSES, STATUTORY_POWERS, URGENCIES, labelOf } from '@mash/law';
import { Reading, useDirectory, useMay, useRead } from '@mash/web-data-access';
import type { InformationRequest } from '@mash/web-parts';
import { BasisSummary, DoneBanner, REQUEST, birthText } from '@mash/web-parts';
import { Banner, Card, Moment, Name, Page, Private, Summary, Tag, Warning, momentText, timeLeft, useNameOf, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { RequestActions } from './request-actions.js';

interface Of { readonly of: InformationRequest }
type Item = InformationRequest['items'][number];

const answerColours: Readonly<Record<string, 'green' | 'orange' | 'red' | 'grey'>> = { SHARED: 'green', PART: 'green', NOTHING_KNOWN: 'grey', HELD_NOT_SHARED: 'orange', CLARIFY: 'orange', NO_REPLY: 'red' };

function Answer({ of }: { readonly of: NonNullable<Item['answer']> }): ReactNode {
  return (
    <>
      <Tag colour={answerColours[of.kind] ?? 'grey'}>{labelOf(ANSWER_KINDS, of.kind)}</Tag>
      <span className="app-list__note"><Moment at={of.at} />{of.method !== null && `, ${labelOf(SHARING_METHODS, of.method).toLowerCase()}`}</span>
      {of.systemsSearched !== null && of.systemsSearched.length > 0 && <span className="app-list__note">Searched: {of.systemsSearched.join(', ')}</span>}
      {of.told !== null && <p className="govuk-body app-statement">{of.told}</p>}
      {of.disclosureId !== null && <Link className="govuk-link" to={`/disclosures/${of.disclosureId}`}>What was shared</Link>}
      {of.decisionId !== null && <> <Link className="govuk-link" to={`/decisions/${of.decisionId}`}>The decision</Link></>}
    </>
  );
}

function ItemCard({ item, of, place }: Of & { readonly item: Item; readonly place: number }): ReactNode {
  const nameOf = useNameOf();
  const names = item.about.map((id) => nameOf(id, of.people.find(({ personId }) => personId === id)?.identification));
  return (
    <Card title={`Question ${place}`}>
      <Summary rows={[
        ['Asked', <span className="app-statement">{item.question ?? 'No longer held'}</span>], ['About', names.join(', ')],
        ['Why', <span className="app-statement">{item.why}</span>], ['Period', item.period],
        ['Answer', item.answer === null ? <Tag colour="yellow">Not answered yet</Tag> : <Answer of={item.answer} />],
      ]} />
    </Card>
  );
}

function Facts({ of }: Of): ReactNode {
  const { partyName, practitionerName } = useDirectory();
  const now = useNow();
  const { overdue, words } = timeLeft(of.due, now);
  const mayEnquiry = useMay('enquiry:read');
  const mine = of.side === 'ASKER';
  return (
    <Summary rows={[
      ['From', `${partyName(of.from)} (${practitionerName(of.askedBy)})`], ['To', partyName(of.to)],
      ['Asked', <Moment at={of.askedAt} />],
      ['Answer wanted by', <><Moment at={of.due} /> <Tag colour={of.overdue || overdue ? 'red' : 'grey'}>{words}</Tag><span className="app-list__note">{labelOf(URGENCIES, of.urgency)}. Asked for, and not a legal deadline.</span></>],
      ['For', labelOf(SHARING_PURPOSES, of.purpose)], ['Why', <span className="app-statement">{of.reasons}</span>],
      ['Consent', `${labelOf(CONSENT_POSITIONS, of.consentPosition)}${of.notSoughtReason === null ? '' : `. ${labelOf(NOT_SOUGHT_REASONS, of.notSoughtReason)}.`}`],
      ['Lawful basis of the asker', <BasisSummary of={of.basis} />], ['Public task', of.publicTask], ['What asking reveals', of.whatAskingReveals],
      ['In hand', mine ? null : of.worker === null ? 'Nobody yet' : practitionerName(of.worker), mine ? undefined : <Link className="govuk-link" to={`/requests/${of.id}/allocate`}>{of.worker === null ? 'Give to a colleague' : 'Hand over'}</Link>],
      ['Enquiry', mine && mayEnquiry ? <Link className="govuk-link" to={`/enquiries/${of.enquiryId}`}>Open the enquiry</Link> : null],
    ]} />
  );
}

function People({ of }: Of): ReactNode {
  return (
    <>
      <h2 className="govuk-heading-m">People asked about</h2>
      <Summary rows={of.people.map((each) => [labelOf(ENQUIRY_CAPACITIES, each.capacity),
        <><Link className="govuk-link" to={`/people/${each.personId}`}><Name id={each.personId} of={each.identification} /></Link>{each.identification !== null && each.identification.birth !== null && <span className="app-list__note">Born: <Private>{birthText(each.identification.birth)}</Private></span>}</>])} />
    </>
  );
}

function Statutory({ of: { power, statutoryFunction, texts, recipients, signatory, authorityReference } }: { readonly of: NonNullable<InformationRequest['statutory']> }): ReactNode {
  const { partyName, practitionerName } = useDirectory();
  return (
    <Card title={`Statutory request: ${labelOf(STATUTORY_POWERS, power)}`}>
      <Summary rows={[
        ['Function', labelOf(PURPOSE_FUNCTIONS, statutoryFunction)], ['Signed by', `${practitionerName(signatory)} (${authorityReference})`],
        ['Purpose', texts?.purpose], ['Why it is needed', texts?.whyNeeded], ['Necessity', texts?.necessity], ['Proportionality', texts?.proportionality],
        ['Burden considered', texts?.burdenConsidered], ['How the arrangements are served', texts?.howS16EServed],
        ['The answer goes to', recipients.map((each) => `${partyName(each.party)}${each.practitionerId === null ? '' : ` (${practitionerName(each.practitionerId)})`}`).join('; ')],
      ]} />
    </Card>
  );
}

const views = ['request'] as const;

/** One request, as my side of it sees it. */
export function RequestPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const request = useRead(REQUEST, { id }, { wakeOn: views });
  const { organisation } = useDirectory();
  return (
    <Reading of={request}>
      {({ request: of }) => (
        <Page title={of.side === 'ASKER' ? 'Your request for information' : 'A request for information'} caption={`Reference ${of.id.slice(0, 8)}`} back={{ to: '/', text: 'My work' }}>
          <DoneBanner />
          {of.overdue && <Warning>The time asked for has passed without a full answer. {of.side === 'ASKER' ? `Ring ${organisation(of.to.organisation)?.publishedNumber ?? 'them'}.` : 'Answer now, or ring whoever asked.'}</Warning>}
          {of.dispute !== null && <Banner title="Disputed" id="disputed"><p className="govuk-notification-banner__heading">{labelOf(DISPUTE_REASONS, of.dispute.reason)}, {momentText(of.dispute.at)}. {of.dispute.words} The duty to answer stays open.</p></Banner>}
          <RequestActions of={of} />
          <h2 className="govuk-heading-m">What is asked</h2>
          {of.items.map((item, index) => <ItemCard key={item.itemId} item={item} of={of} place={index + 1} />)}
          <People of={of} />
          <h2 className="govuk-heading-m">About the request</h2>
          <Facts of={of} />
          {of.statutory !== null && <Statutory of={of.statutory} />}
        </Page>
      )}
    </Reading>
  );
}
