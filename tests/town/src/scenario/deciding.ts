import type { Story } from './story.js';

/** The answers of a practitioner who has gone through the questions. */
export const answers = ['PURPOSE', 'IDENTIFIABLE', 'LAWFUL_REASON', 'PUBLIC_INTEREST'].map((question) => ({ question, answer: 'YES', reason: null }));
export const allQuality = ['NECESSARY', 'PROPORTIONATE', 'RELEVANT', 'ADEQUATE', 'ACCURATE', 'TIMELY', 'SECURE', 'MINIMUM', 'NEED_TO_KNOW'];

/** One item of a decision, with what most have in common. */
export const decidedItem = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  requestItemId: null, refusalReasons: [], reasonsTold: null, confidential: true, specialCategory: false, criminalOffence: false,
  consentId: null, notSoughtReason: null, notSoughtFacts: null, drawnFrom: null, wording: null, ...fields,
});

/** A decision, with what most have in common. */
export const decision = (story: Story, key: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  idempotencyKey: story.key(`decision/${key}`), requestId: null, unit: null, trigger: 'OWN_INITIATIVE', enquiryId: null, recipients: [], purpose: 'PROTECT_CHILD',
  protects: [story.id('elder'), story.id('younger')], answers, ifShared: 'Trust in the service may suffer.', ifNotShared: 'Two children may be hurt unseen.',
  quality: allQuality, advice: null, supersedes: null, ...fields,
});

/** One statement of a disclosure. */
export const statement = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  opinionHolder: null, source: null, asOf: null, historical: false, historicalNote: null, restrictions: [], ...fields,
});

/** A disclosure through the hub, with what most have in common. */
export const disclosure = (story: Story, key: string, fields: Readonly<Record<string, unknown>>): Record<string, unknown> => ({
  idempotencyKey: story.key(`disclosure/${key}`), purpose: 'PROTECT_CHILD', kind: 'OWN_INITIATIVE', occurredAt: null, method: 'HUB_PORTAL', evidence: null,
  people: [], reaches: [], onwardIntention: 'They will use it in their assessment and pass on nothing without asking.', ...fields,
});

/** The ids of a decision's items, in the order in which they were decided. */
export async function decidedItems(story: Story, who: Parameters<Story['as']>[0], id: string, seen: string): Promise<string[]> {
  const person = await story.as(who);
  const answer = await person.read<{ decision: { items: { itemId: string }[] } }>(
    'query ($id: Uuid!, $seen: String) { decision(id: $id, atLeast: $seen) { items { itemId } } }', { id, seen });
  return answer.decision.items.map(({ itemId }) => itemId);
}
