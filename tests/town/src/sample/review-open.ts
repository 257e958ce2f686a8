import { statutoryInput } from '../scenario/statutory.js';
import type { Story } from '../scenario/story.js';
import { knownPerson } from './known-person.js';
import { formOf } from './live-enquiry.js';

/** A practice review of another family; the statutory request to the charity has yet to be answered. */
export async function reviewOpen(story: Story): Promise<void> {
  const told = story.another(8);
  const signatory = await story.as('signatory');
  const unit = story.unit('police', 'reviews');
  const { id: enquiryId } = await signatory.does('openEnquiry', 'OpenEnquiryInput', {
    idempotencyKey: told.key('review'), unit, arrangementId: story.town.arrangement, area: story.town.area, concern: null, receivedAt: story.in(-1),
    summary: 'Local practice review: what help was offered to this family, and when.', urgency: 'ROUTINE', immediateDanger: false, ground: 'PRACTICE_REVIEW_S16F',
    groundReasons: 'A serious case that raises issues of importance to the area.',
  });
  await story.settled();
  for (const [name, capacity] of [['elder', 'CHILD'], ['mother', 'PARENT'], ['partner', 'PARENT']] as const) {
    const personId = await knownPerson(told, { name, who: 'signatory', unit, existenceMarker: false }, formOf(told.family[name]));
    // A colleague's browser, too, brings in only whom it is shown.
    await story.settled();
    await signatory.does('addPerson', 'AddPersonInput', { idempotencyKey: told.key(`add/${name}`), enquiryId, personId, capacity, from: story.in(-0.001) });
  }
  await signatory.does('issueStatutoryRequest', 'IssueStatutoryRequestInput', statutoryInput(told, 'charity', enquiryId, told.id('elder')));
}
