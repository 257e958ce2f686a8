import type { Story } from '@mash/town';
import { bringInFamily, eventually, openEnquiry, openEnquiryInput, sendConcern, trustKnowsElder } from '@mash/town';

export const ENQUIRIES = 25;

/** What a decision-maker's list asks for. */
export const query = '{ enquiries(first: 25) { items { id receivedAt urgency people { personId capacity } grounds { ground } } total } }';

/** Enquiries as a hub has them: one family in each, four people, two grounds, opened by real commands. */
export async function openEnquiries(story: Story): Promise<void> {
  await sendConcern(story);
  await trustKnowsElder(story);
  await openEnquiry(story);
  await bringInFamily(story);
  const worker = await story.as('decisionMaker');
  for (let n = 1; n < ENQUIRIES; n += 1) {
    const { id } = await worker.does('openEnquiry', 'OpenEnquiryInput', {
      ...openEnquiryInput(story), idempotencyKey: story.key(`bench/open/${n}`), concern: null,
    });
    for (const [name, capacity] of [['elder', 'CHILD'], ['younger', 'SIBLING'], ['mother', 'PARENT'], ['partner', 'ALLEGED_PERPETRATOR']] as const) {
      await worker.does('addPerson', 'AddPersonInput', {
        idempotencyKey: story.key(`bench/add/${n}/${name}`), enquiryId: id, personId: story.id(name), capacity, from: story.in(-0.001),
      });
    }
    await worker.does('recordGrounds', 'RecordGroundsInput', {
      idempotencyKey: story.key(`bench/ground/${n}`), enquiryId: id, ground: 'CA1989_S17', reasons: 'Two children whose parents need help.',
    });
  }
  await eventually(
    () => worker.read<{ enquiries: { total: number; items: { people: unknown[]; grounds: unknown[] }[] } }>('{ enquiries(first: 25) { total items { people { personId } grounds { ground } } } }'),
    ({ enquiries: { total, items } }) => total === ENQUIRIES && items.every(({ people, grounds }) => people.length === 4 && grounds.length > 0));
}
