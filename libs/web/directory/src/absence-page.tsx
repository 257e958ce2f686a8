import { useCommand, useDirectory, useSession } from '@mash/web-data-access';
import { ColleagueSelect, useGoDone } from '@mash/web-parts';
import { Form, MomentField, Page, momentText, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { END_ABSENCE, RECORD_ABSENCE } from './directory.operations.js';

/** Says that I am away and who covers, or that I am back. */
export function AbsencePage(): ReactNode {
  const { me } = useSession();
  const now = useNow();
  const { practitioners, practitionerName } = useDirectory();
  const goDone = useGoDone();
  const [record, end] = [useCommand(RECORD_ABSENCE), useCommand(END_ABSENCE)];
  const absence = practitioners.find(({ id }) => id === me.practitionerId)?.absence ?? null;
  const back = { to: '/directory', text: 'Directory' };
  if (absence !== null && now < absence.until) {
    return (
      <Page title="You are recorded as away" back={back}>
        <p className="govuk-body">From {momentText(absence.from)} until {momentText(absence.until)}. {practitionerName(absence.coveredBy)} covers for you.</p>
        <Form draft="back" submit="I am back" send={() => end({ practitionerId: me.practitionerId })} onAccepted={() => goDone('/directory', 'You are recorded as back.')} />
      </Page>
    );
  }
  return (
    <Page title="I am going to be away" back={back}>
      <p className="govuk-body">Meanwhile your work shows to the colleague who covers for you.</p>
      <Form draft="absence" submit="Record"
        send={(answers) => record({ practitionerId: me.practitionerId, from: answers.moment('from') ?? now, until: answers.moment('until') ?? now, coveredBy: answers.text('cover') })}
        onAccepted={() => goDone('/directory', 'Your absence is recorded.')}>
        <MomentField name="from" label="From when?" required="Enter from when." />
        <MomentField name="until" label="Until when?" required="Enter until when." />
        <ColleagueSelect name="cover" label="Who covers for you?" required="Choose who covers for you." units={me.units} />
      </Form>
    </Page>
  );
}
