import type { Reason } from '@mash/kernel';

/** The same rule broken in the same way by several items is said once. */
export const eachOnce = (reasons: readonly Reason[]): readonly Reason[] =>
  [...new Map(reasons.map((each) => [`${each.rule} ${each.code}`, each])).values()];
