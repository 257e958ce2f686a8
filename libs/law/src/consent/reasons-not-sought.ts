import { isCodeOf, type CodeOf } from '../codes/code-list.js';
import { isBlank, problem, type Problem } from '../problem/problem.js';

/** The closed list of reasons not to seek consent (3.5). */
export const NOT_SOUGHT_REASONS = {
  CHILD_AT_INCREASED_RISK: { label: 'Asking would put a child at increased risk of significant harm', source: 'S2' },
  ADULT_AT_RISK_OF_SERIOUS_HARM: { label: 'Asking would put an adult at risk of serious harm', source: 'S2' },
  PREJUDICE_SERIOUS_CRIME: { label: 'Asking would prejudice the prevention or detection of a serious crime', source: 'S2' },
  UNJUSTIFIED_DELAY: { label: 'Asking would delay enquiries about significant or serious harm without good cause', source: 'S2' },
  KNOWING_RAISES_RISK: { label: 'The person, if they knew, might put a child at further risk', source: 'S1' },
  CANNOT_CONSENT: { label: 'The person cannot give consent', source: 'Sch 1 para 18' },
  CANNOT_REASONABLY_OBTAIN: { label: 'The organisation cannot reasonably be expected to obtain consent', source: 'Sch 1 para 18' },
  PREJUDICE_PROTECTION: { label: 'Obtaining consent would prejudice the protection', source: 'Sch 1 para 18' },
  SAFEGUARDING_CONCERN: { label: 'There are safeguarding concerns for a child, so consent is not required', source: 'S0' },
  STATUTORY_REQUIREMENT: { label: 'A service must be provided by law, so consent is not required', source: 'S0' },
} as const;
export type NotSoughtReasonCode = CodeOf<typeof NOT_SOUGHT_REASONS>;

/** The three reasons that Schedule 1 paragraph 18 itself knows (4.3); the others explain, but do not meet the limb. */
export const PARAGRAPH_18_REASONS: readonly NotSoughtReasonCode[] = [
  'CANNOT_CONSENT',
  'CANNOT_REASONABLY_OBTAIN',
  'PREJUDICE_PROTECTION',
];

/** A consent not sought needs a reason from the list and a word on the facts (3.R10). */
export const checkNotSought = (reason: { readonly code: string; readonly text: string }): readonly Problem[] => {
  if (!isCodeOf(NOT_SOUGHT_REASONS, reason.code)) {
    return [
      problem(
        '3.R10',
        'NOT_SOUGHT_WITHOUT_REASON',
        'Consent was not sought, and the reason given is not one of the ten that count.',
        'Choose the reason from the list that fits the facts, or seek consent.',
      ),
    ];
  }
  if (!isBlank(reason.text)) return [];
  return [
    problem(
      '3.R10',
      'NOT_SOUGHT_WITHOUT_FACTS',
      'A reason for not seeking consent was chosen, but not how it fits this case.',
      'Say in a sentence what makes the reason true here.',
    ),
  ];
};
