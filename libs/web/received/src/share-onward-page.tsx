import { Reading, useCommand, useDirectory, useRead } from '@mash/web-data-access';
import type { SharingDecision } from '@mash/web-parts';
import { DECISION, DoneBanner, MethodFields, disclosedPeople, evidenceFrom, useGoDone } from '@mash/web-parts';
import { Form, Inset, MomentField, Page, Summary, TextArea, momentValues, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { NoSuchItem } from './no-such-item.js';
import { peopleOf } from './pass-on-page.js';
import { PurposeGate } from './purpose-gate.js';
import type { DisclosedItem, Disclosure, OnwardApproval } from './received.operations.js';
import { APPROVALS, SEEK_APPROVAL, SHARE_ONWARD } from './received.operations.js';

interface ShareProps { readonly of: Disclosure; readonly item: DisclosedItem; readonly decision: SharingDecision; readonly approval: OnwardApproval | undefined }

/** The one item and recipient that the decision names. */
const decidedIn = (decision: SharingDecision, item: DisclosedItem) => ({
  decided: decision.items.find(({ drawnFrom }) => drawnFrom?.itemId === item.itemId), recipient: decision.recipients[0],
});

const recipientInput = (recipient: SharingDecision['recipients'][number] | undefined) => ({
  organisation: recipient?.organisation ?? '', unit: recipient?.unit ?? null, practitioner: recipient?.practitioner ?? null,
});

function Ask({ of, item, decision }: ShareProps): ReactNode {
  const { organisationName } = useDirectory();
  const goDone = useGoDone();
  const seek = useCommand(SEEK_APPROVAL);
  return (
    <>
      <Inset>{organisationName(item.originator)} asked that nothing of this goes on without its approval of the words, the recipient and the purpose.</Inset>
      <Form draft={`seek:${decision.id}`} submit={`Ask ${organisationName(item.originator)} to approve`}
        send={() => seek({ disclosureId: of.id, itemId: item.itemId, decisionId: decision.id, recipient: recipientInput(decidedIn(decision, item).recipient) })}
        onAccepted={() => goDone(`/disclosures/${of.id}`, 'You have asked for approval. The answer will show here and in your work.')} />
    </>
  );
}

function Share({ of, item, decision }: ShareProps): ReactNode {
  const now = useNow();
  const goDone = useGoDone();
  const share = useCommand(SHARE_ONWARD);
  const { decided, recipient } = decidedIn(decision, item);
  const about = item.about.filter(({ personId }) => decided?.about.includes(personId) ?? false);
  const missing = decided?.consentPosition === 'REFUSED' || decided?.consentPosition === 'NOT_SOUGHT';
  return (
    <Form draft={`share:${decision.id}`} initial={{ method: 'HUB_PORTAL', ...momentValues('occurredAt', now) }} submit="Pass it on"
      send={(answers) => share({
        parentId: of.id, itemId: item.itemId, decisionId: decision.id, purpose: decision.purpose, recipient: recipientInput(recipient), method: answers.text('method'),
        evidence: evidenceFrom(answers), occurredAt: answers.moment('occurredAt'), onwardIntention: answers.optional('onward'),
        advisory: { given: true, withheldReason: null, words: missing ? answers.optional('advisory') : null }, restrictions: null,
        statement: {
          about: about.map(({ personId, capacity }) => ({ personId, capacity })), nature: item.nature, statement: decided?.wording ?? '', opinionHolder: item.opinionHolder,
          source: null, asOf: item.asOf, historical: item.historical, historicalNote: item.historicalNote,
        },
        people: disclosedPeople(peopleOf(of), about.map(({ personId }) => personId)),
      })}
      onAccepted={({ id }) => goDone(`/disclosures/${id}`, 'It is passed on, with every restriction still on it.')}>
      <MethodFields methods={['HUB_PORTAL', 'TELEPHONE', 'EMAIL', 'SECURE_TRANSFER', 'IN_PERSON', 'MEETING']} />
      <MomentField name="occurredAt" label="When is it passed on?" required="Enter when it is passed on." />
      {missing && <TextArea name="advisory" label="Consent was refused or not sought. What do you tell the recipient about that?" required="Write what you tell them." rows={2} />}
      <TextArea name="onward" label="What did they say when you asked whether they mean to pass it on?" required="Ask them, and write down what they said." rows={2} />
    </Form>
  );
}

function WithApproval(props: Omit<ShareProps, 'approval'>): ReactNode {
  const { of, item, decision } = props;
  const approvals = useRead(APPROVALS, { disclosureId: of.id });
  const { organisationName, practitionerName } = useDirectory();
  const { decided, recipient } = decidedIn(decision, item);
  const needed = item.restrictions.some(({ code }) => code === 'ORIGINATOR_CONSENT');
  return (
    <Reading of={approvals}>
      {({ onwardApprovals: { items } }) => {
        const approval = items.find((each) => each.decisionId === decision.id);
        return (
          <Page title="Pass it on as decided" back={{ to: `/disclosures/${of.id}`, text: 'What was shared' }}>
            <DoneBanner />
            <Summary rows={[['Words', <span className="app-statement">{decided?.wording}</span>], ['To', [organisationName(recipient?.organisation ?? null), recipient === undefined || recipient.practitioner === null ? '' : practitionerName(recipient.practitioner)].filter((part) => part !== '').join(': ')]]} />
            {needed && approval === undefined && <Ask {...props} approval={approval} />}
            {needed && approval?.status === 'PENDING' && <Inset>{organisationName(item.originator)} has not answered yet.</Inset>}
            {needed && approval?.status === 'REFUSED' && <Inset>{organisationName(item.originator)} refused: {approval.answer?.reasons}</Inset>}
            {(!needed || approval?.status === 'APPROVED') && <Share {...props} approval={approval} />}
          </Page>
        );
      }}
    </Reading>
  );
}

function WithDecision({ of, decisionId, itemId }: { readonly of: Disclosure; readonly decisionId: string; readonly itemId: string }): ReactNode {
  const decision = useRead(DECISION, { id: decisionId });
  const item = of.items.find((each) => each.itemId === itemId);
  if (item === undefined) return <NoSuchItem id={of.id} />;
  return <Reading of={decision}>{({ decision: found }) => <WithApproval of={of} item={item} decision={found} />}</Reading>;
}

/** After the decision to pass something on: the approval where it is needed, then the sharing. */
export function ShareOnwardPage(): ReactNode {
  const { id = '', itemId = '', decisionId = '' } = useParams();
  return <PurposeGate key={id} id={id}>{(of) => <WithDecision of={of} itemId={itemId} decisionId={decisionId} />}</PurposeGate>;
}
