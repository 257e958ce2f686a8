import { isCodeOf, type CodeOf } from '../codes/code-list.js';
import { type Instant } from '../instants/instant.js';
import { isBlank, problem, unless, type Problem } from '../problem/problem.js';

/** The only reasons for which a person concerned is not told (2.R9). */
export const NOT_TOLD_EXCEPTIONS = {
  SIGNIFICANT_HARM_CHILD: { label: 'Telling them would risk significant harm to a child' },
  SERIOUS_HARM_ADULT: { label: 'Telling them would risk serious harm to an adult' },
  PREJUDICE_SERIOUS_CRIME: { label: 'Telling them would prejudice a serious crime’s prevention or investigation' },
} as const;
export type NotToldExceptionCode = CodeOf<typeof NOT_TOLD_EXCEPTIONS>;

/** What was decided about telling one person. */
export type Telling =
  | { readonly person: string; readonly kind: 'TOLD_BEFORE'; readonly toldAt: Instant }
  | { readonly person: string; readonly kind: 'TOLD_AFTER'; readonly due: Instant }
  | { readonly person: string; readonly kind: 'NOT_TOLD'; readonly exception: string; readonly reasons: string };

const checkOne = (telling: Telling, sharedAt: Instant): readonly Problem[] => {
  switch (telling.kind) {
    case 'TOLD_BEFORE':
      return unless(
        telling.toldAt <= sharedAt,
        problem('2.R9', 'TOLD_BEFORE_BUT_LATER', 'A person is recorded as told before sharing, at a time after it.', 'Correct the time, or record that they are told after.'),
      );
    case 'TOLD_AFTER':
      return unless(
        telling.due > sharedAt,
        problem('2.R9', 'TELLING_ALREADY_DUE', 'A person is to be told after sharing, by a time that lies before it.', 'Set a time after the sharing.'),
      );
    case 'NOT_TOLD':
      return unless(
        isCodeOf(NOT_TOLD_EXCEPTIONS, telling.exception) && !isBlank(telling.reasons),
        problem(
          '2.R9',
          'NOT_TOLD_WITHOUT_EXCEPTION',
          'A person is not to be told, without one of the three exceptions or without its reasons.',
          'Choose significant harm to a child, serious harm to an adult, or prejudice to a serious crime, and say why.',
        ),
      );
  }
};

/** Each person concerned is told, is to be told by a time, or is not told for a reason that counts (2.R9). */
export const checkTelling = (tellings: readonly Telling[], peopleConcerned: readonly string[], sharedAt: Instant): readonly Problem[] => {
  const decided = new Set(tellings.map((telling) => telling.person));
  const forgotten = peopleConcerned.filter((person) => !decided.has(person)).length;
  return [
    ...unless(
      forgotten === 0,
      problem(
        '2.R9',
        'TELLING_UNDECIDED',
        `Nothing was decided about telling ${forgotten} of the people concerned.`,
        'For each person, record: told before, to be told by a time, or not told and why.',
      ),
    ),
    ...tellings.flatMap((telling) => checkOne(telling, sharedAt)),
  ];
};
