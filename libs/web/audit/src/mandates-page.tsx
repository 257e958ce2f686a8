import { Reading, useCommand, useDirectory, useRead } from '@mash/web-data-access';
import { DoneBanner, PractitionerSelect, useGoDone } from '@mash/web-parts';
import { Form, Inset, MomentField, Page, Summary, TextArea, momentText, momentValues, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { GIVEN_MANDATES, GIVE_MANDATE } from './audit.operations.js';

const views = ['mandate'] as const;

/** The mandates that my agency gave. */
export function MandatesPage(): ReactNode {
  const mandates = useRead(GIVEN_MANDATES, {}, { wakeOn: views });
  const { practitionerName } = useDirectory();
  return (
    <Reading of={mandates}>
      {({ mandates: { items } }) => (
        <Page title="Audit mandates">
          <DoneBanner />
          <p className="govuk-body">An auditor opens your agency’s content only under a mandate from you.</p>
          {items.length === 0 ? <Inset>Your agency has given no mandate.</Inset>
            : <Summary rows={items.map((each) => [practitionerName(each.auditor), <>From {momentText(each.from)} until {momentText(each.until)}. <span className="app-statement">{each.purpose}</span></>])} />}
          <Link className="govuk-button" role="button" to="/mandates/give">Give a mandate</Link>
        </Page>
      )}
    </Reading>
  );
}

/** Gives an auditor a mandate. */
export function GiveMandatePage(): ReactNode {
  const now = useNow();
  const goDone = useGoDone();
  const give = useCommand(GIVE_MANDATE);
  return (
    <Page title="Give an auditor a mandate" back={{ to: '/mandates', text: 'Audit mandates' }}>
      <Form draft="give-mandate" initial={momentValues('from', now)} submit="Give the mandate"
        send={(answers) => give({ auditor: answers.text('auditor'), from: answers.moment('from') ?? now, until: answers.moment('until') ?? now, purpose: answers.text('purpose') })}
        onAccepted={() => goDone('/mandates', 'The mandate is given.')}>
        <PractitionerSelect name="auditor" label="Which auditor?" required="Choose the auditor." role="AUDITOR" />
        <MomentField name="from" label="From when?" required="Enter from when." />
        <MomentField name="until" label="Until when?" required="Enter until when." />
        <TextArea name="purpose" label="What is the audit for?" required="Say what the audit is for." />
      </Form>
    </Page>
  );
}
