import { shownRequest } from './asking.js';
import { disclosure, statement } from './deciding.js';
import { eventually } from './story.js';
import type { Story } from './story.js';

/** A GP answers by telephone, called back through the published number; the hub's worker enters it. */
export async function gpAnswerInput(story: Story): Promise<Record<string, unknown>> {
  const request = await shownRequest(story, 'socialWorker', 'gp');
  const { kind: _, ...form } = disclosure(story, 'gp', {
    unit: story.unit('council', 'hub'), from: story.organisation('gp'), saidBy: 'Dr Umberleigh', requestId: story.id('request/gp'), method: 'TELEPHONE', occurredAt: story.in(-0.05),
    evidence: {
      callerName: 'Dr Umberleigh', callerOrg: story.town.organisations.gp.name, identifiersChecked: ['practice code'], knownToPractitioner: false,
      callbackNumber: story.town.organisations.gp.publishedNumber, callbackNumberSource: 'PUBLISHED_SWITCHBOARD', calledBackAt: story.in(-0.06), overheardRiskChecked: true,
    },
    advisory: { given: true, withheldReason: null, words: 'The mother was not asked.' },
    items: [statement({
      requestItemId: request.items[0]?.itemId, about: [{ personId: story.id('elder'), capacity: 'CHILD' }], nature: 'FACT', category: 'HEALTH', confidential: true, specialCategory: true, criminalOffence: false,
      statement: 'Last seen in March for a cough; no injury recorded.', asOf: '2026-03-18', consentPosition: 'NOT_SOUGHT',
    })],
  });
  return form;
}

export async function gpAnswers(story: Story): Promise<void> {
  const worker = await story.as('socialWorker');
  const { id, irregular } = await worker.does('recordOutsideDisclosure', 'RecordOutsideDisclosureInput', await gpAnswerInput(story));
  if (irregular.length > 0) throw new Error(`The GP's answer broke ${irregular.join()}.`);
  story.made.set('disclosure/gp', id);
  await eventually(() => shownRequest(story, 'socialWorker', 'gp'), (request) => request.items.every(({ answer }) => answer?.kind === 'SHARED'));
}
