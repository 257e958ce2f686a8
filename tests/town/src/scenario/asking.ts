import { publicTask } from './concern.js';
import type { OrganisationKey } from '../town.js';
import { eventually } from './story.js';
import type { Story } from './story.js';

const words = {
  police: ['What is known of violence or police attendance involving the mother\'s partner?', 'He lives with the children.'],
  trust: ['What injuries or admissions of the mother are recorded, and what was said of their cause?', 'To understand the risk in the home.'],
} as const;

interface Asking {
  readonly name: string;
  readonly addressee: OrganisationKey;
  readonly questions: readonly (readonly [question: string, why: string])[];
  readonly about: 'mother' | 'partner' | 'elder';
  readonly due?: string;
  readonly unit?: null;
}

/** What the social worker asks of one agency: named items about a named person, on her own basis. */
export const requestInput = (story: Story, { name, addressee, questions, about, due, unit }: Asking): Record<string, unknown> => ({
  idempotencyKey: story.key(`request/${name}`), enquiryId: story.id('enquiry'),
  to: { organisation: story.organisation(addressee), unit: unit === null ? null : story.unit(addressee) },
  items: questions.map(([question, why]) => ({ about: [story.id(about)], question, why, period: 'The last two years' })),
  people: [{ personId: story.id(about), identifyBy: ['NAME', 'BIRTH'] }],
  purpose: 'PROTECT_CHILD', reasons: 'Enquiry under section 47 after a burn without explanation.', basis: publicTask,
  publicTask: 'The council makes enquiries under section 47 of the Children Act 1989.', whatAskingReveals: 'That the council has begun an enquiry about this household.',
  consentPosition: 'NOT_SOUGHT', notSoughtReason: 'PREJUDICE_PROTECTION', specialCategory: true, criminalOffence: false, urgency: 'URGENT', due: due ?? null,
});

/** Under the enquiry she asks police and trust for named items, the GP by other means, and a nursery that will miss its due time. */
export async function askAgencies(story: Story): Promise<void> {
  const worker = await story.as('socialWorker');
  const ask = async (asking: Asking): Promise<void> => {
    const { id } = await worker.does('requestInformation', 'RequestInformationInput', requestInput(story, asking));
    story.made.set(`request/${asking.name}`, id);
  };
  await ask({ name: 'police', addressee: 'police', questions: [words.police, ['What do officers think of the risk to the children?', 'To decide what must happen first.']], about: 'partner' });
  await ask({ name: 'trust', addressee: 'trust', about: 'mother',
    questions: [words.trust, ['What medicines does the mother take?', 'To understand her health.'], ['What does her therapy record say?', 'To understand her history.']] });
  await ask({ name: 'gp', addressee: 'gp', unit: null, questions: [['When was the elder child last seen, and for what?', 'To compare with what school saw.']], about: 'elder' });
  await ask({ name: 'nursery', addressee: 'nursery', unit: null, questions: [['How has the younger child been?', 'She is too young for school.']], about: 'elder', due: story.in(3 / 3600) });
}

/** What a request shows to its asker. */
export interface ShownRequest {
  readonly id: string;
  readonly overdue: boolean;
  readonly items: readonly { readonly itemId: string; readonly answer: { readonly kind: string; readonly disclosureId: string | null; readonly decisionId: string | null; readonly told: string | null } | null }[];
}

export const requestQuery = 'query ($id: Uuid!) { request(id: $id) { id overdue items { itemId answer { kind disclosureId decisionId told } } } }';

/** A request as one person sees it. */
export async function shownRequest(story: Story, who: 'socialWorker' | 'officer' | 'trustLead' | 'signatory', name: string): Promise<ShownRequest> {
  const person = await story.as(who);
  return (await person.read<{ request: ShownRequest }>(requestQuery, { id: story.id(`request/${name}`) })).request;
}

/** The steward records that the nursery's time has passed. */
export async function nurseryMissesDueTime(story: Story): Promise<void> {
  await eventually(() => shownRequest(story, 'socialWorker', 'nursery'), (request) => request.overdue);
}
