import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { isCodeOf, type CodeOf } from '../codes/code-list.js';
import { ITEM_NATURES } from '../codes/record-codes.js';
import { type ConsentPositionCode } from '../consent/consent-codes.js';
import { type LocalDate } from '../instants/local-date.js';

/** What an item says about itself (5.1). */
export type ItemQuality = {
  readonly nature: string;
  readonly opinionHolder?: string;
  readonly historical: boolean;
  readonly asOfDate?: LocalDate;
  readonly explanation?: string;
};

/** Every item says what it is; an opinion says whose, an old matter says from when and why it still counts (5.R7). */
export const checkItem = (item: ItemQuality): readonly Problem[] => [
  ...unless(
    isCodeOf(ITEM_NATURES, item.nature),
    problem('5.R7', 'ITEM_WITHOUT_NATURE', 'The item does not say whether it is fact, opinion, allegation or intelligence.', 'Choose one.'),
  ),
  ...unless(
    item.nature !== 'OPINION' || !isBlank(item.opinionHolder),
    problem('5.R7', 'OPINION_WITHOUT_HOLDER', 'The item is an opinion, and does not say whose.', 'Name the person who holds it.'),
  ),
  ...unless(
    !item.historical || item.asOfDate !== undefined,
    problem('5.R7', 'HISTORICAL_WITHOUT_DATE', 'The item is about the past, and does not say when.', 'Give the date it describes.'),
  ),
  ...unless(
    !item.historical || !isBlank(item.explanation),
    problem('5.R7', 'HISTORICAL_WITHOUT_EXPLANATION', 'The item is about the past, and does not say why it matters now.', 'Explain it in a sentence.'),
  ),
];

/** The only reasons for not telling a recipient that consent is missing (5.2). */
export const ADVISORY_WITHHELD_REASONS = {
  PREJUDICE_INVESTIGATION: { label: 'Telling the recipient would prejudice an investigation' },
  RISK_TO_PERSON: { label: 'Telling the recipient would put somebody at risk' },
} as const;
export type AdvisoryWithheldReasonCode = CodeOf<typeof ADVISORY_WITHHELD_REASONS>;

export type ConsentAdvisory = {
  readonly consentPosition: ConsentPositionCode;
  readonly advisoryGiven: boolean;
  readonly withheld?: { readonly reason: string; readonly text: string };
};

/** The recipient is told that consent was refused or not sought, unless one of two things speaks against it (5.R1). */
export const checkConsentAdvisory = (advisory: ConsentAdvisory): readonly Problem[] => {
  const needed = advisory.consentPosition === 'REFUSED' || advisory.consentPosition === 'NOT_SOUGHT';
  const withheld = advisory.withheld;
  const excused = withheld !== undefined && isCodeOf(ADVISORY_WITHHELD_REASONS, withheld.reason) && !isBlank(withheld.text);
  return unless(
    !needed || advisory.advisoryGiven || excused,
    problem(
      '5.R1',
      'CONSENT_ADVISORY_MISSING',
      'Consent was refused or not sought, and the recipient is not told.',
      'Tell the recipient, or record that it would prejudice an investigation or put somebody at risk, and how.',
    ),
  );
};
