import { codesOf, type CodeOf } from '../codes/code-list.js';
import { problem, type Problem } from '../problem/problem.js';

/** What is asked of everything that is sent (2.6). */
export const QUALITY_TESTS = {
  NECESSARY: { label: 'Necessary for the stated purpose' },
  PROPORTIONATE: { label: 'In proportion to the need and the risk, for the person and for others' },
  RELEVANT: { label: 'Relevant to the recipient’s role' },
  ADEQUATE: { label: 'Enough to be understood and relied on' },
  ACCURATE: { label: 'Accurate and up to date; fact apart from opinion; old material marked as old' },
  TIMELY: { label: 'In time' },
  SECURE: { label: 'As secure as its sensitivity calls for' },
  MINIMUM: { label: 'The least that will do; without names where that will do' },
  NEED_TO_KNOW: { label: 'Only to those who need to know' },
} as const;
export type QualityTestCode = CodeOf<typeof QUALITY_TESTS>;

/** The tests that were failed or not answered; what is sent is cut or mended until none is left. */
export const checkQuality = (passed: { readonly [Test in QualityTestCode]?: boolean }): readonly Problem[] =>
  codesOf(QUALITY_TESTS)
    .filter((test) => passed[test] !== true)
    .map((test) =>
      problem(
        '2.6',
        `QUALITY_${test}`,
        `What is to be sent was not found to be: ${QUALITY_TESTS[test].label.toLowerCase()}.`,
        'Change what is sent until it is, or record that it is.',
      ),
    );
