import type { Accepted } from '@mash/web-data-access';
import { Reading, useCommand, useRead } from '@mash/web-data-access';
import { ENQUIRY, REQUEST, useGoDone, useReceivingParties, useUnit } from '@mash/web-parts';
import type { Answers, Sent } from '@mash/web-ui';
import { Form, Page, fullName, momentValues, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { RECORD_CONSENT, RECORD_NOT_SOUGHT, RECORD_REFUSAL } from './consent.operations.js';
import type { Concerned } from './consent-steps.js';
import { consentSteps } from './consent-steps.js';

interface RecordConsentProps {
  readonly enquiryId: string;
  readonly people: readonly Concerned[];
  readonly back: { readonly to: string; readonly text: string };
}

const evidenceFrom = (answers: Answers) => {
  const basis = answers.text('giverBasis');
  return {
    ageAtTime: /^\d{1,3}$/.test(answers.text('age')) ? Number(answers.text('age')) : null,
    parentalResponsibility: basis === 'PR_HOLDER' ? { type: answers.text('prType'), date: answers.day('prDate') ?? '' } : null,
    authority: basis === 'ATTORNEY' || basis === 'DEPUTY' ? answers.optional('authority') : null,
    assessment: basis === 'COMPETENT_CHILD' ? { by: answers.text('assessedBy'), at: answers.moment('assessedAt') ?? '', why: answers.text('assessedWhy'), canDecide: true } : null,
  };
};

/** Sends what the form says: a consent, a refusal, or that nobody was asked. */
function useSendConsent({ enquiryId, people }: RecordConsentProps): (answers: Answers) => Promise<Sent<Accepted>> {
  const now = useNow();
  const unit = useUnit();
  const parties = useReceivingParties();
  const [give, refuse, notSought] = [useCommand(RECORD_CONSENT), useCommand(RECORD_REFUSAL), useCommand(RECORD_NOT_SOUGHT)];
  return (answers) => {
    const giver = answers.text('giver');
    const who = {
      unit: unit(answers), enquiryId, giver, about: answers.list('about'),
      giverName: fullName(people.find((each) => each.personId === giver)?.identification),
    };
    const outcome = answers.text('outcome');
    if (outcome === 'REFUSED') return refuse({ ...who, at: answers.moment('at') ?? now, words: answers.text('words') });
    if (outcome === 'NOT_SOUGHT') return notSought({ ...who, reason: answers.text('reason'), words: answers.text('words') });
    return give({
      ...who, ...evidenceFrom(answers), giverBasis: answers.text('giverBasis'), uses: answers.list('uses'), kind: answers.text('kind'), form: answers.text('form'),
      mayBeReliedOnBy: parties.filter(({ organisation }) => answers.list('reliedOnBy').includes(organisation)).map(({ organisation, unit: at }) => ({ organisation, unit: at })),
      purposes: answers.list('purposes'), categories: answers.list('categories'), recipients: answers.list('recipients'), informed: answers.list('informed'),
      noticeVersion: answers.text('notice'), givenAt: answers.moment('givenAt') ?? now, reviewDue: null,
      expires: answers.yes('ends') ? answers.moment('expires') : null, words: answers.text('words'),
    });
  };
}

function RecordConsent(props: RecordConsentProps): ReactNode {
  const now = useNow();
  const goDone = useGoDone();
  const send = useSendConsent(props);
  return (
    <Page title="Record what was said about consent" back={props.back}>
      <Form draft={`consent:${props.enquiryId}`} initial={{ ...momentValues('givenAt', now), ...momentValues('at', now) }} steps={consentSteps(props.people)} submit="Record"
        send={send} onAccepted={({ id }) => goDone(`/consents/${id}`, 'It is recorded.')} />
    </Page>
  );
}

/** From an enquiry. */
export function EnquiryConsentPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const enquiry = useRead(ENQUIRY, { id });
  return <Reading of={enquiry}>{({ enquiry: of }) => <RecordConsent enquiryId={of.id} people={of.people} back={{ to: `/enquiries/${of.id}`, text: 'The enquiry' }} />}</Reading>;
}

/** From a request, by whoever was asked. */
export function RequestConsentPage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const request = useRead(REQUEST, { id });
  return <Reading of={request}>{({ request: of }) => <RecordConsent enquiryId={of.enquiryId} people={of.people} back={{ to: `/requests/${of.id}`, text: 'The request' }} />}</Reading>;
}
