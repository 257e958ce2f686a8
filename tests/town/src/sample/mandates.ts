import type { Story } from '../scenario/story.js';

/** Council, hospital and police let the auditor open their content for three months. */
export async function mandates(story: Story): Promise<void> {
  for (const who of ['councilIg', 'trustIg', 'policeIg'] as const) {
    const lead = await story.as(who);
    await lead.does('giveMandate', 'GiveMandateInput', {
      idempotencyKey: story.key('mandate'), auditor: story.practitioner('auditor'), purpose: 'Yearly audit of how information is shared in the partnership.',
      from: story.in(-1), until: story.in(24 * 90),
    });
  }
}
