import { eventually } from './story.js';
import type { Story } from './story.js';

/** What the hub's decision-maker records on opening. */
export const openEnquiryInput = (story: Story): Record<string, unknown> => ({
  idempotencyKey: story.key('enquiry'), unit: story.unit('council', 'hub'), arrangementId: story.town.arrangement, area: story.town.area,
  concern: story.id('concern'), receivedAt: story.in(-0.01), summary: `Concern from school about ${story.family.elder.givenName} and a younger sibling.`,
  urgency: 'URGENT', immediateDanger: false, ground: 'CA1989_S47', groundReasons: 'A burn without explanation, and two frightened children.',
});

/** The decision-maker accepts the concern's restrictions, opens an enquiry with its grounds and gives it to the social worker. */
export async function openEnquiry(story: Story): Promise<void> {
  const decisionMaker = await story.as('decisionMaker');
  await eventually(
    () => decisionMaker.read<{ work: { items: { kind: string }[] } }>('{ work(first: 50) { items { kind } } }'),
    ({ work }) => work.items.some(({ kind }) => kind === 'CONCERN_TO_TRIAGE'));
  const { id } = await decisionMaker.does('openEnquiry', 'OpenEnquiryInput', openEnquiryInput(story));
  story.made.set('enquiry', id);
  await decisionMaker.does('assignWorker', 'AssignWorkerInput', {
    idempotencyKey: story.key('assign'), enquiryId: id, worker: story.practitioner('socialWorker'), note: 'Please start with the elder child.',
  });
}
