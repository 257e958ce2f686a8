import { shownRequest } from './asking.js';
import { decidedItem, decidedItems, decision, disclosure, statement } from './deciding.js';
import { eventually } from './story.js';
import type { Story } from './story.js';

const informed = ['PURPOSE', 'WHAT', 'HOW_USED', 'WHO_SEES', 'HOW_SHARED', 'HOW_LONG', 'WHAT_FORM', 'IMPLICATIONS', 'WITHOUT_CONSENT', 'MAY_WITHDRAW'];

/** The mother agrees, explicitly and in writing, that the trust may speak of her own health record. */
export const consentInput = (story: Story): Record<string, unknown> => ({
  idempotencyKey: story.key('consent'), unit: story.unit('trust'), enquiryId: story.id('enquiry'), giver: story.id('mother'),
  giverName: `${story.family.mother.givenName} ${story.family.mother.familyName}`, about: [story.id('mother')], giverBasis: 'ADULT', ageAtTime: 35,
  uses: ['DP_BASIS', 'LIFTS_CONFIDENCE'],
  mayBeReliedOnBy: [
    { organisation: story.organisation('trust'), unit: story.unit('trust') },
    { organisation: story.organisation('council'), unit: story.unit('council', 'hub') },
  ],
  kind: 'EXPLICIT', form: 'WRITTEN', purposes: ['PROTECT_CHILD'], categories: ['HEALTH'], recipients: [story.organisation('council')], informed,
  noticeVersion: '2026-03', givenAt: story.in(-0.01), words: 'I agree that the hospital tells the social worker about my injuries.',
});

export const healthBasis = { regime: 'UKGDPR', article6: 'e', article9: 'h', schedule1Condition: 'P2', gateways: ['CA1989_S47_9'], confidentialityBasis: 'CONSENT' } as const;

export async function trustDecisionInput(story: Story): Promise<Record<string, unknown>> {
  const request = await shownRequest(story, 'trustLead', 'trust');
  const shared = (index: number): Record<string, unknown> => decidedItem({
    requestItemId: request.items[index]?.itemId, about: [story.id('mother')], category: 'HEALTH', share: true, reasons: 'Needed to judge the risk in the home.',
    specialCategory: true, basis: healthBasis, consentPosition: 'GIVEN', consentId: story.id('consent'),
  });
  return decision(story, 'trust', {
    requestId: story.id('request/trust'), reasons: 'Injuries and medicines bear on the risk; the therapy record does not.',
    items: [shared(0), shared(1), decidedItem({
      requestItemId: request.items[2]?.itemId, about: [story.id('mother')], category: 'HEALTH', share: false, specialCategory: true, basis: null,
      reasons: 'Her therapy concerns her own childhood.', refusalReasons: ['NOT_NECESSARY'], reasonsTold: 'It is not needed for the purpose.', consentPosition: 'NOT_REQUIRED',
    })],
    telling: [{ personId: story.id('mother'), kind: 'TOLD_BEFORE', toldAt: story.in(-0.005), reasons: 'She was told when she agreed.' }],
  });
}

/** The trust shares two items from the mother's record on her consent, refuses the third with reasons, and talks the refusal over. */
export async function trustAnswer(story: Story): Promise<void> {
  const lead = await story.as('trustLead');
  story.made.set('consent', (await lead.does('recordConsent', 'RecordConsentInput', consentInput(story))).id);
  const { id, seen } = await lead.does('decideSharing', 'DecideSharingInput', await trustDecisionInput(story));
  story.made.set('decision/trust', id);
  const items = await decidedItems(story, 'trustLead', id, seen);
  const about = [{ personId: story.id('mother'), capacity: 'PARENT' }];
  const made = await lead.does('makeDisclosure', 'MakeDisclosureInput', disclosure(story, 'trust', {
    unit: story.unit('trust'), decisionId: id, advisory: null,
    recipient: { organisation: story.organisation('council'), unit: story.unit('council', 'hub'), practitioner: story.practitioner('socialWorker'), name: null },
    items: [
      statement({ decidedItemId: items[0], about, nature: 'FACT', statement: 'Seen twice this year with bruised ribs, said to be falls.', asOf: '2026-08-14' }),
      statement({ decidedItemId: items[1], about, nature: 'FACT', statement: 'Takes a medicine that makes her sleep heavily.', asOf: '2026-10-01' }),
    ],
  }));
  story.made.set('disclosure/trust', made.id);
  await lead.does('recordRefusalDiscussion', 'RecordRefusalDiscussionInput', {
    idempotencyKey: story.key('discussion'), decisionId: id, at: story.in(-0.001), notes: 'Talked over with the social worker, who accepts it.',
  });
  await eventually(() => shownRequest(story, 'socialWorker', 'trust'), (request) =>
    request.items.map(({ answer }) => answer?.kind).join() === 'SHARED,SHARED,HELD_NOT_SHARED');
}
