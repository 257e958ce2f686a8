import { shownRequest } from './asking.js';
import { decidedItems, decidedItem, decision, disclosure, statement } from './deciding.js';
import { eventually } from './story.js';
import type { Story } from './story.js';

export const policeBasis = {
  regime: 'UKGDPR', article6: 'e', article10Condition: 'OFFICIAL_AUTHORITY', gateways: ['COMMON_LAW_POLICE'], confidentialityBasis: 'PUBLIC_INTEREST',
} as const;

/** The officer's decision on the partner's items: his consent was not sought, and he is not told. */
export async function policeDecisionInput(story: Story): Promise<Record<string, unknown>> {
  const request = await shownRequest(story, 'officer', 'police');
  const item = (index: number): Record<string, unknown> => decidedItem({
    requestItemId: request.items[index]?.itemId, about: [story.id('partner')], category: 'POLICE', share: true,
    reasons: 'It bears directly on the safety of the children.', criminalOffence: true, basis: policeBasis,
    consentPosition: 'NOT_SOUGHT', notSoughtReason: 'CHILD_AT_INCREASED_RISK', notSoughtFacts: 'Asking him would tell him that the children have spoken.',
  });
  return decision(story, 'police', {
    requestId: story.id('request/police'), reasons: 'The risk to the children outweighs his privacy.',
    items: [item(0), item(0), item(1)],
    telling: [{ personId: story.id('partner'), kind: 'NOT_TOLD', exception: 'SIGNIFICANT_HARM_CHILD', reasons: 'He has threatened the mother for speaking.' }],
  });
}

/** What the officer discloses: two facts, then an opinion. */
export const policeSays = [
  'Two call-outs to the address this year for assault on the mother.', 'A restraining order from a former partner is in force until next June.',
  'The children were more frightened of him than for their mother.',
] as const;

/** What she is told goes with what is disclosed: consent was not sought. */
export const policeDisclosureInput = (story: Story, decisionId: string, items: readonly string[], says: readonly string[] = policeSays): Record<string, unknown> => {
  const about = [{ personId: story.id('partner'), capacity: 'ALLEGED_PERPETRATOR' }];
  const restrictions = [{ code: 'NOT_TO_SERVICE_USER', people: [story.id('partner')], practitioners: [] }, { code: 'ORIGINATOR_CONSENT', people: [], practitioners: [] }];
  return disclosure(story, 'police', {
    unit: story.unit('police'), decisionId,
    recipient: { organisation: story.organisation('council'), unit: story.unit('council', 'hub'), practitioner: story.practitioner('socialWorker'), name: null },
    advisory: { given: true, withheldReason: null, words: 'His consent was not sought, because asking would put the children at increased risk.' },
    items: [
      statement({ decidedItemId: items[0], about, nature: 'FACT', statement: says[0], asOf: '2026-09-30', restrictions }),
      statement({ decidedItemId: items[1], about, nature: 'FACT', statement: says[1], asOf: '2026-10-12', restrictions }),
      statement({ decidedItemId: items[2], about, nature: 'OPINION', opinionHolder: 'Attending officer', statement: says[2], restrictions }),
    ],
  });
};

/** The officer goes through the questions, decides, and discloses two facts and one opinion. */
export async function policeAnswer(story: Story, says: readonly string[] = policeSays): Promise<void> {
  const officer = await story.as('officer');
  const { id, seen } = await officer.does('decideSharing', 'DecideSharingInput', await policeDecisionInput(story));
  story.made.set('decision/police', id);
  const items = await decidedItems(story, 'officer', id, seen);
  const made = await officer.does('makeDisclosure', 'MakeDisclosureInput', policeDisclosureInput(story, id, items, says));
  story.made.set('disclosure/police', made.id);
  await eventually(() => shownRequest(story, 'socialWorker', 'police'), (request) => request.items.every(({ answer }) => answer?.kind === 'SHARED'));
}
