import { type CodeOf } from '../codes/code-list.js';
import { isBlank, problem, type Problem } from '../problem/problem.js';

/** What the recipient said when asked whether they mean to pass it on (2.R14). */
export const ONWARD_INTENTIONS = {
  WILL_NOT_PASS_ON: { label: 'They do not intend to pass it on' },
  WILL_PASS_ON: { label: 'They intend to pass it on, and said to whom' },
  MAY_PASS_ON: { label: 'They may pass it on, and will ask first' },
  DID_NOT_ANSWER: { label: 'They were asked and did not answer' },
} as const;
export type OnwardIntentionCode = CodeOf<typeof ONWARD_INTENTIONS>;

/** The recipient is asked before sharing, and the answer is recorded (2.R14). */
export const checkOnwardIntention = (
  asked: { readonly intention: OnwardIntentionCode; readonly toWhom?: string } | undefined,
): readonly Problem[] => {
  if (asked === undefined) {
    return [
      problem(
        '2.R14',
        'ONWARD_INTENTION_NOT_ASKED',
        'The recipient was not asked whether they intend to pass the information on.',
        'Ask them, explain the limits, and record the answer.',
      ),
    ];
  }
  return asked.intention === 'WILL_PASS_ON' && isBlank(asked.toWhom)
    ? [problem('2.R14', 'ONWARD_RECIPIENT_UNNAMED', 'They intend to pass it on, and it is not recorded to whom.', 'Record to whom.')]
    : [];
};
