import { askAgencies } from '../scenario/asking.js';
import { sendConcern } from '../scenario/concern.js';
import { openEnquiryInput } from '../scenario/enquiry.js';
import { bringInFamily, trustKnowsElder } from '../scenario/family.js';
import { policeAnswer } from '../scenario/police.js';
import { motherWithdraws } from '../scenario/reading.js';
import { gpAnswers } from '../scenario/telephone.js';
import { trustAnswer } from '../scenario/trust.js';
import type { Story } from '../scenario/story.js';
import { acceptAndReceive } from './receiving.js';

/** The scenario from the concern to the withdrawal; what comes after, passing a fact on to school, is left to whoever tries it. */
export async function wholeScenario(story: Story): Promise<void> {
  await sendConcern(story);
  await trustKnowsElder(story);
  await story.settled();
  const decisionMaker = await story.as('decisionMaker');
  const { id } = await decisionMaker.does('openEnquiry', 'OpenEnquiryInput', openEnquiryInput(story));
  story.made.set('enquiry', id);
  await decisionMaker.does('assignWorker', 'AssignWorkerInput', {
    idempotencyKey: story.key('assign'), enquiryId: id, worker: story.practitioner('socialWorker'), note: 'Please start with the elder child.',
  });
  if (await isWithdrawn(story)) return;
  await bringInFamily(story);
  await askAgencies(story);
  await story.settled();
  await policeAnswer(story);
  await trustAnswer(story);
  await gpAnswers(story);
  await story.settled();
  await acceptAndReceive(story, 'police');
  await acceptAndReceive(story, 'trust', [1]);
  const worker = await story.as('socialWorker');
  for (const [name, told] of [['mother', 'That police and hospital were asked, and why.'], ['elder', 'That grown-ups are working to keep her safe.']] as const) {
    await worker.does('informPerson', 'InformPersonInput', { idempotencyKey: story.key(`inform/${name}`), enquiryId: id, personId: story.id(name), at: story.in(-0.001), told });
  }
  await motherWithdraws(story);
}

/** Whether the story was told to its end before. To disclose again on a consent that is withdrawn by now would be another act than it was. */
async function isWithdrawn(story: Story): Promise<boolean> {
  const worker = await story.as('socialWorker');
  await story.settled();
  const { consents } = await worker.read<{ consents: { items: { status: string }[] } }>('query ($id: Uuid!) { consents(enquiryId: $id) { items { status } } }', { id: story.id('enquiry') });
  return consents.items.some(({ status }) => status === 'WITHDRAWN');
}
