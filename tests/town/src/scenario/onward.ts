import { decidedItem, decidedItems, decision } from './deciding.js';
import { readDisclosure } from './reading.js';
import { eventually } from './story.js';
import type { Story } from './story.js';

/** One safety fact drawn from the police item: no more than the school needs. */
export const safetyFact = 'The children may only be collected by their mother or by a person she has named to school.';

const school = (story: Story): Record<string, unknown> => ({ organisation: story.organisation('school'), unit: story.unit('school'), practitioner: story.practitioner('schoolLead'), name: null });

/** Passing a police item on, as it came or in other words. */
export const onwardInput = (story: Story, key: string, decisionId: string | null, words: string): Record<string, unknown> => ({
  idempotencyKey: story.key(`onward/${key}`), parentId: story.id('disclosure/police'), itemId: story.id('item/police/0'), decisionId, purpose: 'PROTECT_CHILD', occurredAt: null,
  method: 'HUB_PORTAL', evidence: null, people: [], reaches: [], advisory: { given: true, withheldReason: null, words: 'Consent was not sought.' }, onwardIntention: 'Staff at the gate only.',
  recipient: school(story), restrictions: null,
  statement: { about: [{ personId: story.id('partner'), capacity: 'ALLEGED_PERPETRATOR' }], nature: 'FACT', statement: words, opinionHolder: null, source: null, asOf: null, historical: false, historicalNote: null },
});

/** Passing the police item to the school as it is: refused for every reason at once. */
export async function passOnAsItCame(story: Story): Promise<string[]> {
  const worker = await story.as('socialWorker');
  const { items } = await readDisclosure(story, 'socialWorker', 'disclosure/police');
  return worker.isRefused('shareOnward', 'ShareOnwardInput', onwardInput(story, 'as-it-came', null, items[0]?.statement ?? ''));
}

/** She decides to share one fact drawn from the police item, and asks police to approve it. */
export async function seekApproval(story: Story): Promise<string> {
  const worker = await story.as('socialWorker');
  const recipient = school(story);
  const decided = await worker.does('decideSharing', 'DecideSharingInput', decision(story, 'onward', {
    unit: story.unit('council', 'hub'), enquiryId: story.id('enquiry'), reasons: 'The school can keep the children safe at the gate.',
    recipients: [{ organisation: story.organisation('school'), unit: story.unit('school'), practitioner: story.practitioner('schoolLead') }],
    items: [decidedItem({
      about: [story.id('partner')], category: 'POLICE', share: true, reasons: 'No more than the gate needs.', criminalOffence: false,
      basis: { regime: 'UKGDPR', article6: 'e', gateways: ['CA2004_S11'], confidentialityBasis: 'PUBLIC_INTEREST' },
      consentPosition: 'NOT_SOUGHT', notSoughtReason: 'CHILD_AT_INCREASED_RISK', notSoughtFacts: 'As police found.',
      drawnFrom: { disclosureId: story.id('disclosure/police'), itemId: story.id('item/police/0') }, wording: safetyFact,
    })],
    telling: [{ personId: story.id('partner'), kind: 'NOT_TOLD', exception: 'SIGNIFICANT_HARM_CHILD', reasons: 'As police found.' }],
  }));
  story.made.set('decision/onward', decided.id);
  await decidedItems(story, 'socialWorker', decided.id, decided.seen);
  await worker.does('seekOnwardApproval', 'SeekOnwardApprovalInput', {
    idempotencyKey: story.key('seek'), disclosureId: story.id('disclosure/police'), itemId: story.id('item/police/0'), decisionId: decided.id, recipient,
  });
  return decided.id;
}

/** She decides to share one fact; police approve that wording, recipient and purpose; it goes through with every restriction on it. */
export async function passOnSafetyFact(story: Story): Promise<void> {
  const decisionId = await seekApproval(story);
  const worker = await story.as('socialWorker');
  const officer = await story.as('officer');
  const { onwardApprovals } = await eventually(
    () => officer.read<{ onwardApprovals: { items: { id: string; wording: string | null; status: string }[] } }>(
      'query ($id: Uuid) { onwardApprovals(disclosureId: $id) { items { id wording status } } }', { id: story.id('disclosure/police') }),
    (answer) => answer.onwardApprovals.items.length > 0);
  const [approval] = onwardApprovals.items;
  if (approval?.wording !== safetyFact) throw new Error('Police were not shown the wording.');
  await officer.does('approveOnward', 'ApproveOnwardInput', { idempotencyKey: story.key('approve'), disclosureId: story.id('disclosure/police'), approvalId: approval.id });
  const { id } = await worker.does('shareOnward', 'ShareOnwardInput', onwardInput(story, 'fact', decisionId, safetyFact));
  story.made.set('disclosure/onward', id);
  const lead = await story.as('schoolLead');
  const { seen } = await eventually(async () => lead.send('acceptRestrictions', 'AcceptRestrictionsInput', { idempotencyKey: story.key('accept/onward'), disclosureId: id }),
    (result) => result.__typename === 'Accepted').then((result) => (result.__typename === 'Accepted' ? result : { seen: '0' }));
  const shown = await readDisclosure(story, 'schoolLead', 'disclosure/onward', 'PROTECT_CHILD', seen);
  const codes = shown.items[0]?.restrictions.map(({ code }) => code) ?? [];
  if (shown.items[0]?.statement !== safetyFact || !codes.includes('NOT_TO_SERVICE_USER') || !codes.includes('ORIGINATOR_CONSENT')) throw new Error('The fact arrived without its restrictions.');
}

