import { CONSENT_USES, SHARING_OUTCOMES, labelOf } from '@mash/law';
import { ReadingPart, useDirectory, useMay, useRead } from '@mash/web-data-access';
import type { TagColour } from '@mash/web-ui';
import { Moment, Private, Tag, momentText, timeLeft, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DisclosureRow } from './record.operations.js';
import { CONSENTS, DECISIONS, DISCLOSURES, REQUESTS } from './record.operations.js';

interface Under { readonly enquiryId: string }

const consentStates: Readonly<Record<string, { readonly label: string; readonly colour: TagColour }>> = {
  GIVEN: { label: 'Given', colour: 'green' }, INVALID: { label: 'Not valid', colour: 'red' }, WITHDRAWN: { label: 'Withdrawn', colour: 'red' },
  REFUSED: { label: 'Refused', colour: 'orange' }, NOT_SOUGHT: { label: 'Not sought', colour: 'grey' },
};

/** A consent's position in words. */
export const consentStatus = (status: string): { readonly label: string; readonly colour: TagColour } => consentStates[status] ?? { label: status, colour: 'grey' };

interface RowProps { readonly to: string; readonly title: ReactNode; readonly notes: readonly ReactNode[]; readonly side: ReactNode }

const Row = ({ to, title, notes, side }: RowProps): ReactNode => (
  <li className="app-list__row">
    <div className="app-list__main">
      <Link className="govuk-link" to={to}>{title}</Link>
      {notes.map((note, index) => <span className="app-list__note" key={index}>{note}</span>)}
    </div>
    <div className="app-list__side">{side}</div>
  </li>
);

const Nothing = ({ children }: { readonly children: ReactNode }): ReactNode => <p className="govuk-body">{children}</p>;

const open = new Set(['CLARIFY', 'NO_REPLY']);
const requestViews = ['request'] as const;

/** The requests of an enquiry. */
export function RequestsOf({ enquiryId }: Under): ReactNode {
  const may = useMay('request:read');
  const now = useNow();
  const { partyName } = useDirectory();
  const requests = useRead(REQUESTS, { enquiryId }, { wakeOn: requestViews, skip: !may });
  if (!may) return null;
  return (
    <ReadingPart of={requests}>
      {({ requests: { items } }) => (items.length === 0 ? <Nothing>Nothing has been asked yet.</Nothing> : (
        <ul className="app-list">
          {items.map((each) => {
            const answered = each.items.filter(({ answer }) => answer !== null && !open.has(answer.kind)).length;
            const { words } = timeLeft(each.due, now);
            return (
              <Row key={each.id} to={`/requests/${each.id}`} title={partyName(each.to)}
                notes={[<>Asked <Moment at={each.askedAt} />{each.statutory !== null && ', as a statutory request'}</>, `${answered} of ${each.items.length} answered`]}
                side={answered === each.items.length ? <Tag colour="green">Answered</Tag> : each.overdue ? <Tag colour="red">Overdue</Tag> : <Tag colour="grey">{words}</Tag>} />
            );
          })}
        </ul>
      ))}
    </ReadingPart>
  );
}

/** How a disclosure stands, for the side that looks at it. */
export function DisclosureState({ of }: { readonly of: DisclosureRow }): ReactNode {
  if (of.items.some(({ basisUnderReview }) => basisUnderReview)) return <Tag colour="red">Basis under review</Tag>;
  if (of.side === 'SENDER') return of.received !== null ? <Tag colour="green">Received</Tag> : of.accepted !== null ? <Tag colour="green">Accepted</Tag> : <Tag colour="grey">Sent</Tag>;
  return of.accepted === null ? <Tag colour="orange">Accept to read</Tag> : of.received === null ? <Tag colour="yellow">Record receipt</Tag> : <Tag colour="green">Received</Tag>;
}

const disclosureKinds: Readonly<Record<string, string>> = { ANSWER: 'Answer', CONCERN: 'Concern', ONWARD: 'Passed on', OWN_INITIATIVE: 'Shared on own initiative' };

/** A disclosure's line in a list. */
export function DisclosureLine({ of }: { readonly of: DisclosureRow }): ReactNode {
  const { partyName } = useDirectory();
  return (
    <Row to={`/disclosures/${of.id}`} title={`${disclosureKinds[of.kind] ?? of.kind} ${of.side === 'SENDER' ? `to ${partyName(of.recipient)}` : `from ${partyName(of.sender)}`}`}
      notes={[<><Moment at={of.occurredAt} />, {of.items.length === 1 ? '1 item' : `${of.items.length} items`}</>]} side={<DisclosureState of={of} />} />
  );
}

const disclosureViews = ['disclosure'] as const;

/** What was received and sent under an enquiry. */
export function DisclosuresOf({ enquiryId }: Under): ReactNode {
  const may = useMay('disclosure:read');
  const disclosures = useRead(DISCLOSURES, { enquiryId, requestId: null, after: null }, { wakeOn: disclosureViews, skip: !may });
  if (!may) return null;
  return (
    <ReadingPart of={disclosures}>
      {({ disclosures: { items } }) => (items.length === 0 ? <Nothing>Nothing has been received or sent yet.</Nothing>
        : <ul className="app-list">{items.map((each) => <DisclosureLine key={each.id} of={each} />)}</ul>)}
    </ReadingPart>
  );
}

const consentViews = ['consent'] as const;

/** What was said about consent under an enquiry. */
export function ConsentsOf({ enquiryId }: Under): ReactNode {
  const may = useMay('consent:read');
  const consents = useRead(CONSENTS, { enquiryId }, { wakeOn: consentViews, skip: !may });
  if (!may) return null;
  return (
    <ReadingPart of={consents}>
      {({ consents: { items } }) => (items.length === 0 ? <Nothing>Nothing has been recorded about consent.</Nothing> : (
        <ul className="app-list">
          {items.map((each) => (
            <Row key={each.id} to={`/consents/${each.id}`} title={<Private>{each.giverName ?? 'Name no longer held'}</Private>}
              notes={[each.at === null ? '' : momentText(each.at), each.uses.map((code) => labelOf(CONSENT_USES, code)).join(', ')]}
              side={<Tag colour={consentStatus(each.status).colour}>{consentStatus(each.status).label}</Tag>} />
          ))}
        </ul>
      ))}
    </ReadingPart>
  );
}

const decisionViews = ['decision'] as const;

/** My unit's decisions under an enquiry. */
export function DecisionsOf({ enquiryId }: Under): ReactNode {
  const may = useMay('decision:read');
  const { practitionerName } = useDirectory();
  const decisions = useRead(DECISIONS, { enquiryId }, { wakeOn: decisionViews, skip: !may });
  if (!may) return null;
  return (
    <ReadingPart of={decisions}>
      {({ decisions: { items } }) => (items.length === 0 ? <Nothing>Your unit has decided nothing here yet.</Nothing> : (
        <ul className="app-list">
          {items.map((each) => (
            <Row key={each.id} to={`/decisions/${each.id}`} title={`Decision of ${momentText(each.decidedAt)}`} notes={[`By ${practitionerName(each.decidedBy)}`]}
              side={<>{each.supersededBy !== null && <Tag colour="grey">Replaced</Tag>}<Tag colour={each.outcome === 'DO_NOT_SHARE' ? 'orange' : 'green'}>{labelOf(SHARING_OUTCOMES, each.outcome)}</Tag></>} />
          ))}
        </ul>
      ))}
    </ReadingPart>
  );
}

/** What was sent under a decision, and what then may be done. */
export function SentUnder({ of, children }: { readonly of: { readonly id: string; readonly requestId: string | null; readonly enquiryId: string | null }; readonly children: (sent: boolean) => ReactNode }): ReactNode {
  const disclosures = useRead(DISCLOSURES, { enquiryId: of.requestId === null ? of.enquiryId : null, requestId: of.requestId, after: null }, { wakeOn: disclosureViews });
  return (
    <ReadingPart of={disclosures}>
      {({ disclosures: { items } }) => {
        const sent = items.filter(({ decisionId }) => decisionId === of.id);
        return <>{sent.length > 0 && <><h2 className="govuk-heading-m">Sent under this decision</h2><ul className="app-list">{sent.map((each) => <DisclosureLine key={each.id} of={each} />)}</ul></>}{children(sent.length > 0)}</>;
      }}
    </ReadingPart>
  );
}
