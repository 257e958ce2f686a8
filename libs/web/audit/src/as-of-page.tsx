import { ReadingPart, useDirectory, useRead } from '@mash/web-data-access';
import { PractitionerSelect } from '@mash/web-parts';
import { Card, Form, Inset, MomentField, More, Page, Summary, Tag, TextArea, TextField, momentText } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AsOf, Sight, SightRow } from './audit.operations.js';
import { AS_OF } from './audit.operations.js';

function Row({ of, other }: { readonly of: SightRow; readonly other: Sight | null }): ReactNode {
  const { organisationName } = useDirectory();
  const there = other?.items.find((each) => each.view === of.view && each.key === of.key);
  const changed = other === null ? null : there === undefined ? 'Only here' : JSON.stringify([there.withheld, there.body]) === JSON.stringify([of.withheld, of.body]) ? null : 'Differs';
  return (
    <Card title={<>{of.view.replaceAll('_', ' ')} {of.key.slice(0, 8)}</>} {...(changed === null ? {} : { actions: <Tag colour="yellow">{changed}</Tag> })}>
      <Summary rows={[
        ['Agency', of.agency === null ? null : organisationName(of.agency)], ['State', of.status],
        ['Held back', of.withheld.length === 0 ? null : <ul className="govuk-list">{of.withheld.map(({ field, rule }) => <li key={`${field}${rule}`}>{field === '*' ? 'The whole content' : field}: rule {rule}</li>)}</ul>],
      ]} />
      {of.body !== null && <More title="As they could see it"><pre>{JSON.stringify(of.body, null, 2)}</pre></More>}
    </Card>
  );
}

function SightOf({ of, other, title }: { readonly of: Sight; readonly other: Sight | null; readonly title: string }): ReactNode {
  const { organisationName, unit } = useDirectory();
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}: {momentText(of.at)}</h2>
      <p className="govuk-body">{organisationName(of.agency)}{of.units.length === 0 ? ', in no post' : `, ${of.units.map((id) => unit(id)?.name ?? id).join(', ')}`}. {of.total} rows.</p>
      {of.items.length === 0 && <Inset>Nothing at all.</Inset>}
      {of.items.map((row) => <Row key={`${row.view}${row.key}`} of={row} other={other} />)}
    </section>
  );
}

function Compared({ first, second }: { readonly first: AsOf; readonly second: AsOf | null }): ReactNode {
  const one = useRead(AS_OF, first, { service: 'audit' });
  const two = useRead(AS_OF, second ?? first, { service: 'audit', skip: second === null });
  return (
    <div className="app-two">
      <ReadingPart of={one}>{({ asOf }) => <SightOf of={asOf} other={two.data?.asOf ?? null} title="First moment" />}</ReadingPart>
      {second !== null && <ReadingPart of={two}>{({ asOf }) => <SightOf of={asOf} other={one.data?.asOf ?? null} title="Second moment" />}</ReadingPart>}
    </div>
  );
}

const caseViews = ['disclosure', 'request', 'enquiry', 'consent', 'decision', 'person', 'work', 'onward_approval'];

/** What somebody could see at one moment, or at two side by side. */
export function AsOfPage(): ReactNode {
  const [asked, setAsked] = useState<{ readonly first: AsOf; readonly second: AsOf | null } | null>(null);
  const [search] = useSearchParams();
  const initial = { firstEvent: search.get('first') ?? '', secondEvent: search.get('second') ?? '' };
  return (
    <Page title="What could somebody see?" back={{ to: '/replay', text: 'Replay' }} wide>
      <Form draft={`as-of:${initial.secondEvent}`} initial={initial} submit="Show" send={async () => ({ accepted: null })}
        onAccepted={(_, answers) => {
          const base = { practitionerId: answers.text('practitioner'), purpose: answers.text('purpose'), views: caseViews };
          const at = (name: string): AsOf => ({ ...base, at: answers.optional(`${name}Event`) === null ? answers.moment(name) : null, eventId: answers.optional(`${name}Event`) });
          const hasSecond = answers.moment('second') !== null || answers.optional('secondEvent') !== null;
          setAsked({ first: at('first'), second: hasSecond ? at('second') : null });
        }}>
        <PractitionerSelect name="practitioner" label="Whose eyes?" required="Choose whose eyes." />
        <MomentField name="first" label="First moment" hint="Leave both moments empty for now." />
        <TextField name="firstEvent" label="Or: just after this event (optional)" hint="The event’s reference, from the address of its page" />
        <MomentField name="second" label="Second moment, to compare (optional)" />
        <TextField name="secondEvent" label="Or: just after this event (optional)" />
        <TextArea name="purpose" label="Why do you ask?" hint="Kept with the record of your reading." required="Say why you ask." rows={2} />
      </Form>
      {asked !== null && <Compared key={JSON.stringify(asked)} first={asked.first} second={asked.second} />}
    </Page>
  );
}
