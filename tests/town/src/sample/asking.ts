import { requestInput } from '../scenario/asking.js';
import type { Story } from '../scenario/story.js';
import type { OrganisationKey, PractitionerKey } from '../town.js';

/** One request: what is asked of whom, and by when. */
export interface Question {
  readonly name: string;
  readonly addressee: OrganisationKey;
  readonly about: 'mother' | 'partner' | 'elder';
  readonly question: string;
  readonly why: string;
  readonly further?: readonly [question: string, why: string];
  readonly urgency: 'IMMEDIATE' | 'URGENT' | 'ROUTINE';
  readonly hours: number;
}

/** Sends requests under the story's enquiry. */
export async function ask(story: Story, who: PractitionerKey, questions: readonly Question[]): Promise<void> {
  const worker = await story.as(who);
  for (const { name, addressee, about, question, why, further, urgency, hours } of questions) {
    const { id } = await worker.does('requestInformation', 'RequestInformationInput', {
      ...requestInput(story, { name, addressee, about, due: story.in(hours), questions: [[question, why], ...(further ? [further] : [])] }), urgency,
      reasons: 'Enquiry under section 47 of the Children Act 1989.',
    });
    story.made.set(`request/${name}`, id);
  }
}
