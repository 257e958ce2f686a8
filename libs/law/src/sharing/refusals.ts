import { isCodeOf, type CodeOf } from '../codes/code-list.js';
import { isBlank, problem, unless, type Problem } from '../problem/problem.js';

/** Reasons on which sharing can be refused. */
export const REFUSAL_REASONS = {
  NO_LEGITIMATE_PURPOSE: { label: 'There is no clear and legitimate purpose' },
  NO_LAWFUL_BASIS: { label: 'No lawful basis covers it' },
  CONFIDENCE_OUTWEIGHS: { label: 'The public interest does not outweigh the duty of confidence' },
  MORE_HARM_THAN_GOOD: { label: 'Sharing would do more harm than not sharing' },
  NOT_NECESSARY: { label: 'The purpose can be met without it' },
  NOT_PROPORTIONATE: { label: 'It goes further than the risk calls for' },
  NOT_RELEVANT_TO_ROLE: { label: 'It is not relevant to the requester’s role' },
  NOT_ACCURATE_ENOUGH: { label: 'It cannot be relied on until it is checked' },
  STATUTORY_BAR: { label: 'A law forbids it' },
  ORIGINATOR_RESTRICTION: { label: 'The organisation that supplied it has restricted it' },
  LIVE_INVESTIGATION: { label: 'It would prejudice a live investigation' },
} as const;
export type RefusalReasonCode = CodeOf<typeof REFUSAL_REASONS>;

/** Reasons that are heard often and never carry a refusal; `bySelfOnly` ones may stand beside a real reason. */
export const REASONS_NOT_ACCEPTED = {
  NO_AGREEMENT: { label: 'There is no information sharing agreement', rule: '2.R6', bySelfOnly: false },
  GDPR: { label: 'Data protection does not allow it', rule: '2.R6', bySelfOnly: true },
  CONSENT_REFUSED: { label: 'Consent was refused', rule: '2.R4', bySelfOnly: true },
  CONSENT_NOT_SOUGHT: { label: 'Consent was not sought', rule: '2.R4', bySelfOnly: true },
  OTHER_AGENCY_WILL_SHARE: { label: 'Another agency is assumed to share it', rule: '2.R7', bySelfOnly: false },
} as const;
export type ReasonNotAcceptedCode = CodeOf<typeof REASONS_NOT_ACCEPTED>;

const REMEDIES: Readonly<Record<ReasonNotAcceptedCode, string>> = {
  NO_AGREEMENT: 'Decide on the purpose, the lawful basis and the facts; an agreement helps, and is never a precondition.',
  GDPR: 'Name what exactly the law forbids here; data protection is a framework for sharing, not a barrier to it.',
  CONSENT_REFUSED: 'Respect the refusal where possible, and weigh whether a lawful reason calls for sharing all the same.',
  CONSENT_NOT_SOUGHT: 'Ask, or weigh whether a lawful reason calls for sharing without consent.',
  OTHER_AGENCY_WILL_SHARE: 'Decide for yourself: the duty is personal.',
};

/** Whether a refusal stands on reasons that count (2.R2, 2.R4, 2.R6, 2.R7). */
export const checkRefusal = (refusal: { readonly reasons: readonly string[]; readonly text: string }): readonly Problem[] => {
  const accepted = refusal.reasons.some((code) => isCodeOf(REFUSAL_REASONS, code));
  const found = refusal.reasons.flatMap((code): readonly Problem[] => {
    if (isCodeOf(REFUSAL_REASONS, code)) return [];
    if (!isCodeOf(REASONS_NOT_ACCEPTED, code)) {
      return [problem('2.R2', 'REFUSAL_REASON_UNKNOWN', 'A reason for refusing is not on the list.', 'Choose reasons from the list, and explain them.')];
    }
    const { label, rule, bySelfOnly } = REASONS_NOT_ACCEPTED[code];
    return unless(bySelfOnly && accepted, problem(rule, `REFUSED_FOR_${code}`, `“${label}” is not a reason to refuse${bySelfOnly ? ' by itself' : ''}.`, REMEDIES[code]));
  });
  return [
    ...unless(
      refusal.reasons.length > 0 && !isBlank(refusal.text),
      problem(
        '2.R2',
        'REFUSAL_WITHOUT_REASONS',
        'A decision not to share needs its reasons recorded exactly as a decision to share does.',
        'Choose at least one reason, and say what in this case makes it true.',
      ),
    ),
    ...found,
  ];
};
