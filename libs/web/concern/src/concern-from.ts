import type { schema } from '@mash/web-data-access';
import { basisFrom } from '@mash/web-parts';
import type { Answers } from '@mash/web-ui';

/** Somebody of the form, as far as a later page has to call them. */
export interface Mentioned { readonly part: string; readonly name: string }

const nameFrom = (answers: Answers, prefix: string, place: number): string =>
  [answers.text(`${prefix}.givenName`), answers.text(`${prefix}.familyName`)].filter((part) => part !== '').join(' ') || `Person ${place}`;

/** Whom the form mentions so far. */
export const mentioned = (answers: Answers): readonly Mentioned[] =>
  answers.list('people').map((part, index) => ({ part, name: nameFrom(answers, `people.${part}`, index + 1) }));

const personFrom = (answers: Answers, prefix: string): schema.ConcernPersonInput => {
  const telling = answers.text(`${prefix}.telling`);
  return {
    capacity: answers.text(`${prefix}.capacity`), givenName: answers.optional(`${prefix}.givenName`), familyName: answers.optional(`${prefix}.familyName`),
    dateOfBirth: answers.day(`${prefix}.born`), telling,
    tellingAt: telling === 'TOLD_BEFORE' ? answers.moment(`${prefix}.toldAt`) : telling === 'TOLD_AFTER' ? answers.moment(`${prefix}.due`) : null,
    notToldException: telling === 'NOT_TOLD' ? answers.optional(`${prefix}.exception`) : null, tellingReasons: answers.text(`${prefix}.tellingReasons`),
  };
};

/** What the form says, for the hub it goes to. */
export function concernFrom(answers: Answers, unit: string, hub: { readonly organisation: string; readonly unit: string }): Omit<schema.SendConcernInput, 'idempotencyKey'> {
  const places = answers.list('people');
  return {
    unit, hubOrganisation: hub.organisation, hubUnit: hub.unit,
    people: answers.each('people', (prefix) => personFrom(answers, prefix)),
    statements: answers.each('statements', (prefix) => ({
      nature: answers.text(`${prefix}.nature`), statement: answers.text(`${prefix}.statement`),
      opinionHolder: answers.text(`${prefix}.nature`) === 'OPINION' ? answers.optional(`${prefix}.holder`) : null,
      about: answers.list(`${prefix}.about`).map((part) => places.indexOf(part)).filter((place) => place >= 0),
    })),
    basis: basisFrom(answers, 'basis'), specialCategory: answers.list('basis.kinds').includes('SPECIAL'), reasons: answers.text('reasons'),
    harmIfShared: answers.text('harmIfShared'), harmIfNotShared: answers.text('harmIfNotShared'),
  };
}
