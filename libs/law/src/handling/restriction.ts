import { labelOf } from '../codes/code-list.js';
import { type Instant } from '../instants/instant.js';
import { describeInstant } from '../instants/describe-instant.js';
import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { RESTRICTIONS, type RestrictionCode } from './restriction-codes.js';

/** One restriction on a disclosure or an item. */
export type Restriction = {
  readonly code: RestrictionCode;
  /** People, roles or purposes, as the code says; ids or names, compared as they are. */
  readonly names?: readonly string[];
  readonly until?: Instant;
  readonly text?: string;
};

const needsDate = (code: RestrictionCode): boolean => code === 'EXPIRES' || code === 'REVIEW_BY';

/** Whether a restriction says enough to be enforced. */
export const checkRestriction = (restriction: Restriction): readonly Problem[] => {
  const { label, names } = RESTRICTIONS[restriction.code];
  return [
    ...unless(
      names === 'NONE' || (restriction.names ?? []).length > 0,
      problem('5.4', 'RESTRICTION_NAMES_NOBODY', `“${label}” names nobody and nothing, so it cannot be kept.`, 'Name the people, role or purpose it is about.'),
    ),
    ...unless(
      !needsDate(restriction.code) || restriction.until !== undefined,
      problem('5.4', 'RESTRICTION_WITHOUT_DATE', `“${label}” has no date.`, 'Give the date.'),
    ),
  ];
};

/** The sentence shown to a recipient (5.R8). Names are shown by whoever knows what the ids stand for. */
export const describeRestriction = (restriction: Restriction, nameOf: (name: string) => string = (name) => name): string =>
  [
    RESTRICTIONS[restriction.code].says,
    (restriction.names ?? []).length === 0 ? '' : `Named: ${(restriction.names ?? []).map(nameOf).join(', ')}.`,
    restriction.until === undefined ? '' : `Date: ${describeInstant(restriction.until)}.`,
    isBlank(restriction.text) ? '' : (restriction.text ?? '').trim(),
  ]
    .filter((part) => part !== '')
    .join(' ');

/** Whether break-glass lifts a restriction when a life is at risk (5.R6). */
export const isOverridable = (code: RestrictionCode): boolean => RESTRICTIONS[code].overridable;

/** The label of a restriction, for a list. */
export const restrictionLabel = (code: RestrictionCode): string => labelOf(RESTRICTIONS, code);
