import type { Instant } from '@mash/kernel';
import type { RestrictionCode, SharingPurposeCode } from '@mash/law';

/** What the gate needs to know of one item that somebody holds or sent. */
export interface GatedItem {
  readonly restrictions: readonly { readonly code: RestrictionCode; readonly until: Instant | null }[];
  /** The purpose it was disclosed for. */
  readonly purpose: SharingPurposeCode;
  /** Set for what came under a statutory request (1.R7). */
  readonly useLimitation: SharingPurposeCode | null;
  /** The recipient accepted the restrictions (5.R2). */
  readonly accepted: boolean;
  /** The consent it rests on was withdrawn, and the recipient recorded no basis of its own (3.R8). */
  readonly basisUnderReview: boolean;
}

/** Why content is not shown: the number of the rule, and words for the screen. */
export interface Withheld {
  readonly rule: string;
  readonly message: string;
}

/** Reading stated a purpose, or was only looking for work. */
export type StatedPurpose = SharingPurposeCode | 'FIND_WORK' | 'AUDIT';

/**
 * What stands between a recipient and the content of an item; null when nothing does. Evaluated at each read under the
 * facts of now, so that a withdrawal counts from the instant it was recorded.
 */
export function withheldFromRecipient(item: GatedItem, purpose: StatedPurpose, now: Instant): Withheld | null {
  if (!item.accepted) return { rule: '5.R2', message: 'Accept the restrictions to read this.' };
  if (item.basisUnderReview) return { rule: '3.R8', message: 'Consent withdrawn, basis under review.' };
  if (item.restrictions.some((each) => each.code === 'EXPIRES' && each.until !== null && each.until <= now)) {
    return { rule: '5.4', message: 'The time for which this could be used has ended.' };
  }
  if (purpose === 'FIND_WORK') return { rule: '11.R17', message: 'State why you are reading to open this.' };
  if (item.useLimitation !== null && purpose !== item.useLimitation) {
    return { rule: '1.R7', message: 'This came under a statutory request and may be used only for the purpose of that request.' };
  }
  if (item.restrictions.some((each) => each.code === 'PURPOSE_ONLY') && purpose !== item.purpose) {
    return { rule: '5.R5', message: 'This may be used only for the purpose it was disclosed for.' };
  }
  return null;
}

