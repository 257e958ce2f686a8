import { problem, type Problem } from '../problem/problem.js';
import { describeRestriction, restrictionLabel, type Restriction } from './restriction.js';
import { RESTRICTIONS } from './restriction-codes.js';

const within = (inner: readonly string[], outer: readonly string[]): boolean => inner.every((name) => outer.includes(name));

/** A list of those who may read shrinks; a list of those who may not grows. */
const namesKept = (parent: Restriction, child: Restriction): boolean => {
  const [before, after] = [parent.names ?? [], child.names ?? []];
  switch (RESTRICTIONS[parent.code].names) {
    case 'ALLOWED':
      return after.length > 0 && within(after, before);
    case 'BARRED':
      return within(before, after);
    case 'NONE':
      return true;
  }
};

const dateKept = (parent: Restriction, child: Restriction): boolean =>
  parent.until === undefined || (child.until !== undefined && child.until <= parent.until);

const keeps = (parent: Restriction, child: Restriction): boolean =>
  parent.code === child.code && namesKept(parent, child) && dateKept(parent, child);

/** The parent's restrictions that the child has lost or loosened. */
export const loosened = (parent: readonly Restriction[], child: readonly Restriction[]): readonly Restriction[] =>
  parent.filter((kept) => !child.some((candidate) => keeps(kept, candidate)));

/** Whether an onward disclosure keeps every restriction at least as tight (5.R4). */
export const tightensOnly = (parent: readonly Restriction[], child: readonly Restriction[]): boolean => loosened(parent, child).length === 0;

/** 5.R4 in words; what the originator has relaxed on record is not counted. */
export const checkTightening = (
  parent: readonly Restriction[],
  child: readonly Restriction[],
  relaxedByOriginator: readonly Restriction['code'][] = [],
): readonly Problem[] =>
  loosened(parent, child)
    .filter((lost) => !relaxedByOriginator.includes(lost.code))
    .map((lost) =>
      problem(
        '5.R4',
        'RESTRICTION_LOOSENED',
        `“${restrictionLabel(lost.code)}” was dropped or loosened; passing information on can only add restrictions.`,
        `Keep it: ${describeRestriction(lost, () => 'as before')} Or ask the organisation that supplied it to relax it.`,
      ),
    );
