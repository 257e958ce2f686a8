import { Reading, useDirectory, useRead } from '@mash/web-data-access';
import { Form, Page, Summary, TextArea, momentText } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { OPEN_EVENT } from './audit.operations.js';
import { eventWords } from './event-words.js';

function Content({ eventId, purpose }: { readonly eventId: string; readonly purpose: string }): ReactNode {
  const opened = useRead(OPEN_EVENT, { eventId, purpose }, { service: 'audit' });
  const { organisationName } = useDirectory();
  return (
    <Reading of={opened}>
      {({ openEvent: { event, content } }) => (
        <Page title={eventWords(event.type)} caption={`Event ${event.ordinal}`} back={{ to: '/replay', text: 'Replay' }}>
          <Summary rows={[
            ['Recorded', momentText(event.recordedAt)], ['Happened', momentText(event.occurredAt)],
            ['Agency', event.agency === null ? 'The hub itself' : organisationName(event.agency)], ['Stream', event.stream], ['Revision', event.revision],
          ]} />
          <h2 className="govuk-heading-m">Content</h2>
          <Summary rows={content.map(({ path, value, withheld }) => [path, withheld ? <span className="app-hidden">Withheld: no mandate opens it, or its key was destroyed</span> : <span className="app-statement">{value ?? 'Nothing'}</span>])} />
        </Page>
      )}
    </Reading>
  );
}

/** Opens one event, for a purpose that is kept with the record of it. */
export function AuditEventPage(): ReactNode {
  const eventId = useParams()['id'] ?? '';
  const [purpose, setPurpose] = useState<string | null>(null);
  if (purpose !== null) return <Content eventId={eventId} purpose={purpose} />;
  return (
    <Page title="Open this event" back={{ to: '/replay', text: 'Replay' }}>
      <Form draft="audit-open" submit="Open" send={async () => ({ accepted: null })} onAccepted={(_, answers) => setPurpose(answers.text('purpose'))}>
        <TextArea name="purpose" label="Why do you open it?" hint="Kept with the record of your reading." required="Say why you open it." rows={2} />
      </Form>
    </Page>
  );
}
