import type { schema } from '@mash/web-data-access';
import type { Enquiry } from '@mash/web-parts';
import { basisFrom } from '@mash/web-parts';
import type { Answers } from '@mash/web-ui';

/** What the form about a request was answered. */
export function askingFrom(answers: Answers, { id, people }: Enquiry): Omit<schema.RequestInformationInput, 'idempotencyKey' | 'purpose'> {
  const items = answers.each('items', (prefix) => ({
    about: answers.list(`${prefix}.about`), question: answers.text(`${prefix}.question`), why: answers.text(`${prefix}.why`), period: answers.optional(`${prefix}.period`),
  }));
  const asked = new Set(items.flatMap(({ about }) => about));
  return {
    enquiryId: id, items,
    to: { organisation: answers.text('organisation'), unit: answers.optional('unit') },
    people: [...new Set(people.map(({ personId }) => personId))].filter((personId) => asked.has(personId))
      .map((personId) => ({ personId, identifyBy: answers.list(`identify.${personId}`) })),
    reasons: answers.text('reasons'), basis: basisFrom(answers, 'basis'), publicTask: answers.optional('publicTask'), whatAskingReveals: answers.text('reveals'),
    consentPosition: answers.text('consent'), notSoughtReason: answers.text('consent') === 'NOT_SOUGHT' ? answers.optional('notSought') : null,
    specialCategory: answers.list('basis.kinds').includes('SPECIAL'), criminalOffence: answers.list('basis.kinds').includes('CRIMINAL'),
    urgency: answers.text('urgency'), due: answers.moment('due'),
  };
}
