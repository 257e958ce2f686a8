import { shownRequest } from './asking.js';
import { disclosure, statement } from './deciding.js';
import { details, search } from './family.js';
import { eventually } from './story.js';
import type { Story } from './story.js';
import { testNhsNumber } from '../names.js';

/** Another family, whose case is reviewed. */
const reviewed = (story: Story) => ({ givenName: 'Wren', familyName: `Castlemoor${story.town.seed}`, dateOfBirth: '2019-06-21', nhsNumber: testNhsNumber(story.town.seed * 1_000 + 500), address: `3 Weir Road, ${story.town.name}` });

const texts = {
  purpose: 'To learn what support the family had.', whyNeeded: 'The review must see what help was offered.', necessity: 'Nobody else holds it.',
  proportionality: 'Two questions about one year.', burdenConsidered: 'A small charity: a letter will do, and four weeks.',
};

const statutoryBasis = { regime: 'UKGDPR', article6: 'e', gateways: ['CA2004_S16H'], confidentialityBasis: 'STATUTE_OR_ORDER' } as const;

/** A request on the power of s16H to a charity without an account, naming the reviewer as recipient. */
export const statutoryInput = (story: Story, key: string, enquiryId: string, personId: string, fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  idempotencyKey: story.key(`statutory/${key}`), enquiryId, to: { organisation: story.organisation('charity'), unit: null },
  items: [{ about: [personId], question: 'What support did the family have in 2025?', why: 'For the review.', period: '2025' }],
  people: [{ personId, identifyBy: ['NAME'] }], reasons: 'A local child safeguarding practice review.', basis: statutoryBasis,
  publicTask: 'Reviews under section 16F of the Children Act 2004.', whatAskingReveals: 'That a review is under way.', consentPosition: 'NOT_REQUIRED', notSoughtReason: null,
  specialCategory: false, criminalOffence: false, urgency: 'ROUTINE', due: story.in(24 * 28), power: 'CA2004_S16H', statutoryFunction: 'S16F',
  arrangementId: story.town.arrangement, texts,
  recipients: [{ kind: 'REVIEWER', organisation: story.organisation('police'), unit: story.unit('police', 'reviews'), practitionerId: story.practitioner('reviewer') }],
  ...fields,
});

/** The chief officer's delegated signatory opens the review and issues the request; the charity's answer is entered. */
export async function practiceReview(story: Story): Promise<void> {
  const signatory = await story.as('signatory');
  const unit = story.unit('police', 'reviews');
  const child = reviewed(story);
  const opened = await signatory.does('openEnquiry', 'OpenEnquiryInput', {
    idempotencyKey: story.key('review'), unit, arrangementId: story.town.arrangement, area: story.town.area, concern: null, receivedAt: story.in(-1), summary: 'Local practice review of another family.',
    urgency: 'ROUTINE', immediateDanger: false, ground: 'PRACTICE_REVIEW_S16F', groundReasons: 'A serious case that raises issues important to the area.',
  });
  story.made.set('review', opened.id);
  const found = await search(story, 'signatory', unit, { familyName: child.familyName, givenName: child.givenName }, 'reviewed');
  const { id: childId } = await signatory.does('registerPerson', 'RegisterPersonInput', { idempotencyKey: story.key('reviewed'), unit, searchId: found.searchId, existenceMarker: false, notTheSameAs: [], ...details(child) });
  story.made.set('reviewed', childId);
  await eventually(async () => signatory.send('addPerson', 'AddPersonInput', { idempotencyKey: story.key('add/reviewed'), enquiryId: opened.id, personId: childId, capacity: 'CHILD', from: story.in(-0.001) }),
    (result) => result.__typename === 'Accepted');
  const issued = await signatory.does('issueStatutoryRequest', 'IssueStatutoryRequestInput', statutoryInput(story, 'charity', opened.id, childId));
  story.made.set('request/statutory', issued.id);
  const request = await eventually(() => shownRequest(story, 'signatory', 'statutory'), (shown) => shown.items.length > 0);
  const { kind: _, ...form } = disclosure(story, 'charity', {
    unit, from: story.organisation('charity'), saidBy: 'The charity\'s manager', requestId: issued.id, method: 'POST', occurredAt: story.in(-0.5), purpose: 'LOCAL_PRACTICE_REVIEW',
    evidence: { addresseeName: 'The practice reviewer', address: `Police headquarters, ${story.town.name}`, service: 'SIGNED_FOR', innerMarkedAddresseeOnly: true, doubleEnvelope: true, identifiersChecked: [], knownToPractitioner: false, overheardRiskChecked: false },
    advisory: null, onwardIntention: null,
    items: [statement({ requestItemId: request.items[0]?.itemId, about: [{ personId: childId, capacity: 'CHILD' }], nature: 'FACT', category: 'OTHER', confidential: true, specialCategory: false, criminalOffence: false,
      statement: 'A volunteer visited weekly from March to June.', asOf: '2025-06-30', consentPosition: 'NOT_REQUIRED' })],
  });
  const { id } = await signatory.does('recordOutsideDisclosure', 'RecordOutsideDisclosureInput', form);
  story.made.set('disclosure/charity', id);
  await eventually(() => shownRequest(story, 'signatory', 'statutory'), (shown) => shown.items.every(({ answer }) => answer?.kind === 'SHARED'));
}
