import { publicTask } from '../scenario/concern.js';
import { readDisclosure } from '../scenario/reading.js';
import type { Story } from '../scenario/story.js';

/** The social worker accepts the restrictions and records on which basis the council holds each item; `consentOnly` rest on the consent alone. */
export async function acceptAndReceive(story: Story, name: 'police' | 'trust', consentOnly: readonly number[] = []): Promise<void> {
  const worker = await story.as('socialWorker');
  const disclosureId = story.id(`disclosure/${name}`);
  const { seen } = await worker.does('acceptRestrictions', 'AcceptRestrictionsInput', { idempotencyKey: story.key(`accept/${name}`), disclosureId });
  const { items } = await readDisclosure(story, 'socialWorker', `disclosure/${name}`, 'PROTECT_CHILD', seen);
  items.forEach(({ itemId }, index) => story.made.set(`item/${name}/${index}`, itemId));
  const basis = name === 'police' ? { ...publicTask, article10Condition: 'OFFICIAL_AUTHORITY' } : publicTask;
  await worker.does('receiveDisclosure', 'ReceiveDisclosureInput', {
    idempotencyKey: story.key(`receive/${name}`), disclosureId,
    bases: items.map(({ itemId }, index) => (consentOnly.includes(index) ? { itemId, basis: null } : { itemId, basis, noConsentReason: 'PREJUDICE_PROTECTION' })),
  });
}
