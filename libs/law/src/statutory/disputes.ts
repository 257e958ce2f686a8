import { isCodeOf, type CodeOf } from '../codes/code-list.js';
import { isBlank, problem, type Problem } from '../problem/problem.js';

/** Why an addressee disputes a statutory request (1.R8). Privilege and self-incrimination are for lawyers, not for code. */
export const DISPUTE_REASONS = {
  NOT_A_PARTNER: { label: 'Whoever asked is not a safeguarding partner for the area', route: 'ISSUER' },
  OUTSIDE_PURPOSE: { label: 'The request is outside the purpose of the power', route: 'ISSUER' },
  DISPROPORTIONATE: { label: 'The request asks for more than it needs', route: 'ISSUER' },
  LEGAL_PRIVILEGE: { label: 'The information is legally privileged', route: 'LEGAL_ADVICE' },
  SELF_INCRIMINATION: { label: 'Answering could incriminate the addressee', route: 'LEGAL_ADVICE' },
  OTHER_STATUTORY_BAR: { label: 'Another law forbids it', route: 'LEGAL_ADVICE' },
} as const;
export type DisputeReasonCode = CodeOf<typeof DISPUTE_REASONS>;

/** A dispute names a reason from the list and says why; it never ends the duty by itself. */
export const checkDispute = (dispute: { readonly reason: string; readonly text: string }): readonly Problem[] => {
  if (!isCodeOf(DISPUTE_REASONS, dispute.reason)) {
    return [
      problem(
        '1.R8',
        'DISPUTE_REASON_UNKNOWN',
        dispute.reason === 'NOT_HELD'
          ? 'Not holding the information is an answer to the request, not a dispute of it.'
          : 'The dispute does not name one of the reasons that can be considered.',
        dispute.reason === 'NOT_HELD'
          ? 'Answer “nothing known”, and say which systems were searched.'
          : 'Choose the reason that fits, and say why.',
      ),
    ];
  }
  return isBlank(dispute.text)
    ? [problem('1.R8', 'DISPUTE_WITHOUT_REASONS', 'The request is disputed without saying why.', 'Say in a few sentences why the reason applies.')]
    : [];
};
