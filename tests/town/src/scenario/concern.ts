import type { Story } from './story.js';

/** A public body in its public task, for information in confidence whose sharing the public interest calls for. */
export const publicTask = {
  regime: 'UKGDPR', article6: 'e', article9: 'g', schedule1Condition: 'P18', gateways: ['CA1989_S47_9'], confidentialityBasis: 'PUBLIC_INTEREST',
} as const;

/** What a school's lead writes. */
export const concernInput = (story: Story): Record<string, unknown> => {
  const { elder, younger } = story.family;
  return {
    idempotencyKey: story.key('concern'), unit: story.unit('school'), hubOrganisation: story.organisation('council'), hubUnit: story.unit('council', 'hub'),
    people: [
      { capacity: 'CHILD', givenName: elder.givenName, familyName: elder.familyName, dateOfBirth: elder.dateOfBirth, telling: 'TOLD_AFTER', tellingAt: story.in(48), tellingReasons: 'Her teacher will tell her what happens next.' },
      { capacity: 'SIBLING', givenName: younger.givenName, familyName: younger.familyName, telling: 'TOLD_AFTER', tellingAt: story.in(48), tellingReasons: 'Her teacher will tell her with her sister.' },
    ],
    statements: [
      { nature: 'FACT', statement: `${elder.givenName} came to school with a burn on her left hand on Monday.`, about: [0] },
      { nature: 'OPINION', statement: 'Both children seem afraid of going home.', opinionHolder: 'Class teacher', about: [0, 1] },
    ],
    basis: { regime: 'UKGDPR', article6: 'e', gateways: ['EA2002_S175'], confidentialityBasis: 'PUBLIC_INTEREST' }, specialCategory: false,
    reasons: 'Reasonable cause to suspect significant harm to two children.', harmIfShared: 'The mother may feel watched.', harmIfNotShared: 'The children may be hurt again.',
  };
};

/** A school's safeguarding lead sends a concern about two siblings. */
export async function sendConcern(story: Story): Promise<void> {
  const lead = await story.as('schoolLead');
  const { id } = await lead.does('sendConcern', 'SendConcernInput', concernInput(story));
  story.made.set('concern', id);
}
