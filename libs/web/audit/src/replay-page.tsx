import { Reading, ReadingPart, useDirectory, useRead } from '@mash/web-data-access';
import { OrganisationSelect } from '@mash/web-parts';
import { DataTable, Form, Inset, MomentField, More, Page, Summary, Tag, TextField, momentText } from '@mash/web-ui';
import type { Answers } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { HeldMandate, ReplayFilter, ReplayedEvent } from './audit.operations.js';
import { MY_MANDATES, REPLAY } from './audit.operations.js';
import { eventWords } from './event-words.js';

const nothingFiltered: ReplayFilter = { after: null, from: null, until: null, enquiryId: null, agency: null, type: null };

const filterFrom = (answers: Answers): ReplayFilter => ({
  after: null, from: answers.moment('from'), until: answers.moment('until'), enquiryId: answers.optional('enquiry'), agency: answers.optional('agency'), type: answers.optional('type'),
});

function Mandates({ of }: { readonly of: readonly HeldMandate[] }): ReactNode {
  const { organisationName } = useDirectory();
  if (of.length === 0) return <Inset>You hold no mandate. You see only the type, time and agency of each event.</Inset>;
  return (
    <More title={`Your mandates (${of.filter((each) => each.inForce).length} in force)`}>
      <Summary rows={of.map((each) => [organisationName(each.agency), <>{each.inForce ? <Tag colour="green">In force</Tag> : <Tag colour="grey">Not in force</Tag>} From {momentText(each.from)} until {momentText(each.until)}. {each.purpose}</>])} />
    </More>
  );
}

function Events({ of }: { readonly of: readonly ReplayedEvent[] }): ReactNode {
  const { organisationName, practitionerName } = useDirectory();
  const before = new Map(of.map(({ eventId }, index) => [eventId, of[index - 1]?.eventId]));
  return (
    <DataTable caption="Events in order, oldest first" rows={of} rowKey={({ eventId }) => eventId} columns={[
      { head: 'Place', cell: (each) => each.ordinal },
      { head: 'Recorded', cell: (each) => momentText(each.recordedAt) },
      { head: 'What', cell: (each) => (each.mandated ? <Link className="govuk-link" to={`/replay/events/${each.eventId}`}>{eventWords(each.type)}</Link> : eventWords(each.type)) },
      { head: 'Agency', cell: (each) => (each.agency === null ? 'The hub itself' : organisationName(each.agency)) },
      { head: 'By', cell: (each) => (each.actor === null ? <span className="app-hidden">No mandate</span> : /^[0-9a-f-]{36}$/.test(each.actor) ? practitionerName(each.actor) : each.actor) },
      { head: 'Sight', cell: (each) => (each.mandated && before.get(each.eventId) !== undefined
        ? <Link className="govuk-link" to={`/replay/as-of?first=${before.get(each.eventId) ?? ''}&second=${each.eventId}`}>Before and after<span className="govuk-visually-hidden"> event {each.ordinal}</span></Link> : null) },
    ]} />
  );
}

const Filter = ({ apply }: { readonly apply: (answers: Answers) => void }): ReactNode => (
  <More title="Narrow what is shown">
    <Form draft="audit-filter" submit="Show" send={async () => ({ accepted: null })} onAccepted={(_, answers) => apply(answers)}>
      <MomentField name="from" label="From (optional)" />
      <MomentField name="until" label="Until (optional)" />
      <OrganisationSelect name="agency" label="Agency (optional)" />
      <TextField name="enquiry" label="Enquiry (optional)" hint="Its full reference" />
      <TextField name="type" label="Type of event (optional)" hint="For example, DisclosureMade" width={20} />
    </Form>
  </More>
);

/** The replay: every event in order. */
export function ReplayPage(): ReactNode {
  const [filter, setFilter] = useState(nothingFiltered);
  const replay = useRead(REPLAY, filter, { service: 'audit' });
  const mandates = useRead(MY_MANDATES, {}, { service: 'audit' });
  return (
    <Reading of={replay}>
      {({ replay: { items, next, total } }) => (
        <Page title="Replay" wide>
          <p className="govuk-body">Everything that happened, in the order in which it was recorded. What you open is recorded too.</p>
          <ReadingPart of={mandates}>{(held) => <Mandates of={held.mandates} />}</ReadingPart>
          <p className="govuk-body"><Link className="govuk-link" to="/replay/as-of">What could somebody see at a moment?</Link></p>
          <Filter apply={(answers) => setFilter(filterFrom(answers))} />
          <p className="govuk-body" role="status">{total === 1 ? '1 event' : `${total} events`} in all.</p>
          {items.length > 0 && <Events of={items} />}
          <div className="govuk-button-group">
            {filter.after !== null && <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setFilter({ ...filter, after: null })}>First page</button>}
            {next !== null && <button type="button" className="govuk-button govuk-button--secondary" onClick={() => setFilter({ ...filter, after: next })}>Next page</button>}
          </div>
        </Page>
      )}
    </Reading>
  );
}
