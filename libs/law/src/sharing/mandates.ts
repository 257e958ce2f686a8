import { type CodeOf } from '../codes/code-list.js';
import { isBlank } from '../problem/problem.js';
import { type StatutoryPowerCode } from '../statutory/powers.js';
import { result, type SharingResult } from './questions.js';

/** The only ways out of a duty to share; each is recorded with reasons (2.5, 2.R17). */
export const MANDATE_EXCEPTIONS = {
  ORDER_UNDER_CHALLENGE: { label: 'The court order is formally challenged on legal advice' },
  MORE_DETRIMENTAL_TO_CHILD: { label: 'Sharing would be more detrimental to the child than not sharing (section 16LA)' },
} as const;
export type MandateExceptionCode = CodeOf<typeof MANDATE_EXCEPTIONS>;

/** A court order or statutory duty said to require this sharing. */
export type Mandate = {
  readonly power: StatutoryPowerCode;
  readonly live: boolean;
  /** An order for one file does not carry the next. */
  readonly coversExactly: boolean;
  readonly exception?: { readonly code: MandateExceptionCode; readonly reasons: string };
};

const exceptionHolds = (mandate: Mandate): boolean => {
  if (mandate.exception === undefined || isBlank(mandate.exception.reasons)) return false;
  switch (mandate.exception.code) {
    case 'ORDER_UNDER_CHALLENGE':
      return mandate.power === 'COURT_ORDER';
    case 'MORE_DETRIMENTAL_TO_CHILD':
      return mandate.power === 'CA2004_S16LA';
  }
};

/** The first gate: what the law commands comes before every question. */
export const mandatoryGate = (mandate: Mandate | undefined): SharingResult | undefined => {
  if (mandate === undefined || !mandate.live || !mandate.coversExactly || exceptionHolds(mandate)) return undefined;
  return result(
    'MUST_SHARE',
    '1',
    mandate.power === 'COURT_ORDER'
      ? 'A court order requires exactly this information; it is obeyed, or formally challenged on legal advice.'
      : 'A statutory duty requires exactly this information.',
    ...(mandate.exception === undefined ? [] : ['The exception named does not belong to this duty, or has no reasons, and does not lift it.']),
  );
};
