import { type CodeOf } from '../codes/code-list.js';
import { isBlank, problem, type Problem } from '../problem/problem.js';
import { parsed, unreadable, type Parsed } from '../problem/parsed.js';
import { type Restriction } from './restriction.js';

/** The three parts of a 3x5x2 mark (5.5). */
export const SOURCE_GRADES = { '1': { label: 'Reliable' }, '2': { label: 'Untested' }, '3': { label: 'Not reliable' } } as const;
export const INTELLIGENCE_GRADES = {
  A: { label: 'Known directly to the source' },
  B: { label: 'Known indirectly, and corroborated' },
  C: { label: 'Known indirectly' },
  D: { label: 'Not known' },
  E: { label: 'Suspected to be false' },
} as const;
export const HANDLING_CODES = { P: { label: 'Lawful sharing permitted' }, C: { label: 'Lawful sharing permitted with conditions' } } as const;

export const SANITISATION = { S1: { label: 'Delegated authority' }, S2: { label: 'Consult the originator' } } as const;
export type SanitisationCode = CodeOf<typeof SANITISATION>;

/** A police intelligence mark such as '2BP'. */
export type PoliceMark = {
  readonly source: CodeOf<typeof SOURCE_GRADES>;
  readonly intelligence: CodeOf<typeof INTELLIGENCE_GRADES>;
  readonly handling: CodeOf<typeof HANDLING_CODES>;
};

/** Reads a 3x5x2 mark; older five-part marks are named as such, because their numbers mean other things. */
export const parsePoliceMark = (raw: string): Parsed<PoliceMark> => {
  const mark = raw.replace(/\s/g, '').toUpperCase();
  if (/^[A-E][1-5][1-5]$/.test(mark)) {
    return unreadable('This is a 5x5x5 mark of the older scheme; grade the intelligence again by 3x5x2, for example 2BP.');
  }
  const [, source, intelligence, handling] = /^([1-3])([A-E])([PC])$/.exec(mark) ?? [];
  if (source === undefined || intelligence === undefined || handling === undefined) {
    return unreadable('A police mark is a source grade 1 to 3, an intelligence grade A to E and a handling code P or C, for example 2BP.');
  }
  return parsed({
    source: source as PoliceMark['source'],
    intelligence: intelligence as PoliceMark['intelligence'],
    handling: handling as PoliceMark['handling'],
  });
};

/** The mark as it is written. */
export const formatPoliceMark = (mark: PoliceMark): string => `${mark.source}${mark.intelligence}${mark.handling}`;

/** Code C says its conditions (5.R11). */
export const checkPoliceHandling = (mark: PoliceMark, conditions: string): readonly Problem[] =>
  mark.handling === 'C' && isBlank(conditions)
    ? [problem('5.R11', 'CONDITIONS_MISSING', 'Handling code C permits sharing with conditions, and none is given.', 'State the conditions, or use code P.')]
    : [];

/** What code C means for passing on: the originator is asked, unless authority was delegated (5.R11). */
export const restrictionsOfPoliceMark = (mark: PoliceMark, conditions: string, sanitisation?: SanitisationCode): readonly Restriction[] =>
  mark.handling === 'C' && sanitisation !== 'S1' ? [{ code: 'ORIGINATOR_CONSENT', text: conditions }] : [];

/** The banner over doubtful intelligence, if it needs one (5.R11). */
export const warningOfPoliceMark = (mark: PoliceMark): string | undefined => {
  if (mark.intelligence === 'E') return 'This intelligence is suspected to be false. Do not rely on it alone.';
  return mark.source === '3' ? 'The source of this intelligence is not reliable. Do not rely on it alone.' : undefined;
};
