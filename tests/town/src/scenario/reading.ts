import { eventually } from './story.js';
import type { Story } from './story.js';
import type { PractitionerKey } from '../town.js';

export interface ShownItem {
  readonly itemId: string;
  readonly statement: string | null;
  readonly banner: string | null;
  readonly basisUnderReview: boolean;
  readonly restrictions: readonly { readonly code: string }[];
  readonly withheld: { readonly rule: string; readonly message: string } | null;
}

export interface ShownDisclosure {
  readonly id: string;
  readonly advisory: { readonly given: boolean; readonly words: string | null };
  readonly items: readonly ShownItem[];
}

const query = `query ($id: Uuid!, $purpose: SharingPurpose!, $seen: String) { disclosure(id: $id, purpose: $purpose, atLeast: $seen) {
  id advisory { given words } items { itemId statement banner basisUnderReview restrictions { code } withheld { rule message } } } }`;

/** Reads a disclosure, stating a purpose. */
export async function readDisclosure(story: Story, who: PractitionerKey, name: string, purpose = 'PROTECT_CHILD', seen: string | null = null): Promise<ShownDisclosure> {
  const person = await story.as(who);
  return (await person.read<{ disclosure: ShownDisclosure }>(query, { id: story.id(name), purpose, seen })).disclosure;
}

/** The social worker accepts the restrictions, records receipt, and reads; she tells mother and child. */
export async function readAnswers(story: Story): Promise<void> {
  const worker = await story.as('socialWorker');
  for (const name of ['police', 'trust']) {
    const { seen } = await worker.does('acceptRestrictions', 'AcceptRestrictionsInput', { idempotencyKey: story.key(`accept/${name}`), disclosureId: story.id(`disclosure/${name}`) });
    const shown = await readDisclosure(story, 'socialWorker', `disclosure/${name}`, 'PROTECT_CHILD', seen);
    if (shown.items.some((item) => item.statement === null)) throw new Error(`The ${name} disclosure does not show what it says: ${JSON.stringify(shown.items.map((item) => item.withheld))}`);
    story.made.set(`item/${name}/0`, shown.items[0]?.itemId ?? '');
    story.made.set(`item/${name}/1`, shown.items[1]?.itemId ?? '');
  }
  const own = { regime: 'UKGDPR', article6: 'e', article9: 'g', schedule1Condition: 'P18', gateways: ['CA1989_S47_9'], confidentialityBasis: 'PUBLIC_INTEREST' };
  const shown = await readDisclosure(story, 'socialWorker', 'disclosure/police');
  await worker.does('receiveDisclosure', 'ReceiveDisclosureInput', {
    idempotencyKey: story.key('receive/police'), disclosureId: story.id('disclosure/police'),
    bases: shown.items.map(({ itemId }) => ({ itemId, basis: { ...own, article10Condition: 'OFFICIAL_AUTHORITY' }, noConsentReason: 'PREJUDICE_PROTECTION' })),
  });
  await worker.does('receiveDisclosure', 'ReceiveDisclosureInput', {
    idempotencyKey: story.key('receive/trust'), disclosureId: story.id('disclosure/trust'),
    bases: [{ itemId: story.id('item/trust/0'), basis: own, noConsentReason: 'PREJUDICE_PROTECTION' }, { itemId: story.id('item/trust/1'), basis: null }],
  });
  for (const [name, told] of [['mother', 'That police and hospital were asked, and why.'], ['elder', 'That grown-ups are working to keep her safe.']] as const) {
    await worker.does('informPerson', 'InformPersonInput', { idempotencyKey: story.key(`inform/${name}`), enquiryId: story.id('enquiry'), personId: story.id(name), at: story.in(-0.001), told });
  }
}

/** The mother withdraws her consent: what rests on it alone is withheld, the other stays with a banner. */
export async function motherWithdraws(story: Story): Promise<void> {
  const worker = await story.as('socialWorker');
  story.made.set('before-withdrawal', new Date().toISOString());
  await new Promise((resolve) => void setTimeout(resolve, 20));
  await worker.does('withdrawConsent', 'WithdrawConsentInput', {
    idempotencyKey: story.key('withdraw'), unit: story.unit('council', 'hub'), consentId: story.id('consent'), at: story.in(-0.001), words: 'She rang and said that she no longer agrees.',
  });
  await eventually(() => readDisclosure(story, 'socialWorker', 'disclosure/trust'), ({ items }) => items.some((item) => item.withheld !== null));
}
