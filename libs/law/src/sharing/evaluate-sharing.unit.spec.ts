import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { problem } from '../problem/problem.js';
import { evaluateSharing, type SharingFacts } from './evaluate-sharing.js';
import { type DecisionAnswers, type QuestionAnswer } from './questions.js';
import { evaluate2018Table } from './table-2018.js';
import { evaluateSevenQuestions } from './table-seven-questions.js';

const answer = fc.constantFrom<QuestionAnswer>('YES', 'NO', 'UNSURE');
const sure = fc.constantFrom<QuestionAnswer>('YES', 'NO');
const all = (each: fc.Arbitrary<QuestionAnswer>): fc.Arbitrary<DecisionAnswers> =>
  fc.record({ PURPOSE: each, IDENTIFIABLE: each, CONFIDENTIAL: each, CONSENT: each, LAWFUL_REASON: each, PUBLIC_INTEREST: each });
const broken = problem('4.R1', 'SPECIAL_CATEGORY_WITHOUT_ART9', 'No Article 9.', 'Add it.');
const ready: DecisionAnswers = { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', CONSENT: 'NO', LAWFUL_REASON: 'YES', PUBLIC_INTEREST: 'YES' };

const outcome = (answers: DecisionAnswers, facts: SharingFacts = {}): string => {
  const found = evaluateSharing(answers, facts);
  expect(found.reasons.length).toBeGreaterThan(0);
  return `${found.outcome} ${found.row}`;
};

describe('the table of 2018', () => {
  it.each<[string, DecisionAnswers]>([
    ['DO_NOT_SHARE a', { PURPOSE: 'NO' }],
    ['MAY_SHARE b', { PURPOSE: 'YES', CONSENT: 'YES' }],
    ['MAY_SHARE c', { PURPOSE: 'YES', CONSENT: 'NO', IDENTIFIABLE: 'NO' }],
    ['MAY_SHARE d', { PURPOSE: 'YES', CONSENT: 'NO', IDENTIFIABLE: 'YES', LAWFUL_REASON: 'YES' }],
    ['DO_NOT_SHARE e', { PURPOSE: 'YES', CONSENT: 'NO', IDENTIFIABLE: 'YES', LAWFUL_REASON: 'NO' }],
    ['SEEK_ADVICE f', { PURPOSE: 'UNSURE' }],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', CONSENT: 'UNSURE' }],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', CONSENT: 'NO', IDENTIFIABLE: 'UNSURE' }],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', CONSENT: 'NO', IDENTIFIABLE: 'YES', LAWFUL_REASON: 'UNSURE' }],
    ['SEEK_ADVICE f', {}],
  ])('2.3 leads to %s', (expected, answers) => {
    const { outcome: found, row } = evaluate2018Table(answers);
    expect(`${found} ${row}`).toBe(expected);
  });
});

describe('the table of seven questions', () => {
  it.each<[string, DecisionAnswers, boolean]>([
    ['MUST_SHARE 0', { PURPOSE: 'NO' }, true],
    ['DO_NOT_SHARE a', { PURPOSE: 'NO' }, false],
    ['MAY_SHARE b', { PURPOSE: 'YES', IDENTIFIABLE: 'NO' }, false],
    ['MAY_SHARE c', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'NO' }, false],
    ['MAY_SHARE d', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', CONSENT: 'YES' }, false],
    ['MAY_SHARE e', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', CONSENT: 'NO', PUBLIC_INTEREST: 'YES' }, false],
    ['MAY_SHARE e', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', PUBLIC_INTEREST: 'YES' }, false],
    ['DO_NOT_SHARE f', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', CONSENT: 'NO', PUBLIC_INTEREST: 'NO' }, false],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', IDENTIFIABLE: 'UNSURE' }, false],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'UNSURE' }, false],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', CONSENT: 'UNSURE' }, false],
    ['SEEK_ADVICE f', { PURPOSE: 'YES', IDENTIFIABLE: 'YES', CONFIDENTIAL: 'YES', CONSENT: 'NO', PUBLIC_INTEREST: 'UNSURE' }, false],
  ])('2.4 leads to %s', (expected, answers, duty) => {
    const { outcome: found, row } = evaluateSevenQuestions(answers, duty);
    expect(`${found} ${row}`).toBe(expected);
  });
});

describe('the decision to share', () => {
  it('2.5 must, when a court order or duty covers exactly this', () => {
    const mandate = { power: 'COURT_ORDER', live: true, coversExactly: true } as const;
    expect(outcome({ PURPOSE: 'NO' }, { mandate, barsUnresolved: true })).toBe('MUST_SHARE 1');
    expect(outcome(ready, { mandate: { ...mandate, live: false } })).toBe('MAY_SHARE d');
    expect(outcome(ready, { mandate: { ...mandate, coversExactly: false } })).toBe('MAY_SHARE d');
    expect(outcome({}, { mandate: { ...mandate, power: 'CA2004_S16H' } })).toBe('MUST_SHARE 1');
  });

  it('2.R17 is lifted from an order by a formal challenge with reasons, and from section 16LA by detriment to the child', () => {
    const order = { power: 'COURT_ORDER', live: true, coversExactly: true } as const;
    const challenge = { code: 'ORDER_UNDER_CHALLENGE', reasons: 'Counsel applied to vary it' } as const;
    const detriment = { code: 'MORE_DETRIMENTAL_TO_CHILD', reasons: 'It would reveal her refuge' } as const;
    expect(outcome(ready, { mandate: { ...order, exception: challenge } })).toBe('MAY_SHARE d');
    expect(outcome(ready, { mandate: { ...order, exception: { ...challenge, reasons: ' ' } } })).toBe('MUST_SHARE 1');
    expect(outcome(ready, { mandate: { ...order, exception: detriment } })).toBe('MUST_SHARE 1');
    expect(outcome(ready, { mandate: { ...order, power: 'CA2004_S16LA', exception: detriment } })).toBe('MAY_SHARE d');
    expect(outcome(ready, { mandate: { ...order, power: 'CA2004_S16H', exception: detriment } })).toBe('MUST_SHARE 1');
  });

  it('2.5 in an emergency goes to the police at once, before bars and doubts', () => {
    for (const facts of [{ immediateDanger: true }, { crimeThoughtCommitted: true }]) {
      const found = evaluateSharing({ PURPOSE: 'UNSURE' }, { ...facts, barsUnresolved: true });
      expect([found.outcome, found.row]).toEqual(['MAY_SHARE', '2']);
      expect(found.reasons.join(' ')).toContain('police at once');
    }
  });

  it('2.5 stops at an unresolved bar', () => {
    expect(outcome({ ...ready, CONSENT: 'YES' }, { barsUnresolved: true })).toBe('SEEK_ADVICE 2a');
  });

  it('2.5 allows a first disclosure in order to decide, on a lawful basis and with its question', () => {
    const doubtful: DecisionAnswers = { PURPOSE: 'YES', IDENTIFIABLE: 'UNSURE' };
    expect(outcome(doubtful, { preliminaryQuestion: 'Is this the same child?' })).toBe('MAY_SHARE 1a');
    expect(outcome(doubtful, { preliminaryQuestion: '  ' })).toBe('SEEK_ADVICE f');
    expect(outcome(doubtful, { preliminaryQuestion: 'Is this the same child?', basisProblems: [broken] })).toBe('DO_NOT_SHARE e');
    expect(outcome(doubtful, { preliminaryQuestion: 'Is this the same child?', barsUnresolved: true })).toBe('SEEK_ADVICE 2a');
  });

  it.each<[string, DecisionAnswers, SharingFacts]>([
    ['DO_NOT_SHARE a', { ...ready, PURPOSE: 'NO' }, {}],
    ['MAY_SHARE c', { ...ready, IDENTIFIABLE: 'NO' }, {}],
    ['MAY_SHARE b', { ...ready, CONSENT: 'YES' }, {}],
    ['DO_NOT_SHARE e', { ...ready, CONSENT: 'YES' }, { basisProblems: [broken] }],
    ['MAY_SHARE d', ready, {}],
    ['MAY_SHARE d', { ...ready, CONFIDENTIAL: 'NO', PUBLIC_INTEREST: 'NO' }, {}],
    ['DO_NOT_SHARE e', { ...ready, LAWFUL_REASON: 'NO' }, {}],
    ['DO_NOT_SHARE e', { ...ready, PUBLIC_INTEREST: 'NO' }, {}],
    ['MAY_SHARE d', { ...ready, PUBLIC_INTEREST: 'NO' }, { presumption: 'SIGNIFICANT_HARM_CHILD' }],
    ['MAY_SHARE d', { ...ready, PUBLIC_INTEREST: 'NO' }, { confidentialityBasis: 'STATUTE_OR_ORDER' }],
    ['MAY_SHARE d', { ...ready, PUBLIC_INTEREST: 'NO' }, { confidentialityBasis: 'WITHIN_UNDERSTANDING' }],
    ['DO_NOT_SHARE e', { ...ready, PUBLIC_INTEREST: 'NO' }, { confidentialityBasis: 'PUBLIC_INTEREST' }],
  ])('2.5 leads to %s', (expected, answers, facts) => {
    expect(outcome(answers, facts)).toBe(expected);
  });

  it('2.5 names the faults of the basis when it refuses for them', () => {
    expect(evaluateSharing(ready, { basisProblems: [broken] }).reasons).toEqual(['No Article 9. Add it.']);
  });

  it.each(['PURPOSE', 'IDENTIFIABLE', 'CONSENT', 'LAWFUL_REASON', 'CONFIDENTIAL', 'PUBLIC_INTEREST'] as const)(
    '2.R5 turns to advice when %s is unsure or unanswered',
    (question) => {
      expect(outcome({ ...ready, [question]: 'UNSURE' })).toBe('SEEK_ADVICE f');
      expect(outcome({ ...ready, [question]: undefined })).toBe('SEEK_ADVICE f');
    },
  );

  it('2.R3 without a purpose is never to share, whatever else holds, unless the law commands it', () => {
    fc.assert(
      fc.property(all(answer), fc.boolean(), fc.boolean(), (answers, immediateDanger, barsUnresolved) => {
        expect(outcome({ ...answers, PURPOSE: 'NO' }, { immediateDanger, barsUnresolved })).toBe('DO_NOT_SHARE a');
      }),
    );
  });

  it('2.R4 is never refused for want of consent alone', () => {
    fc.assert(
      fc.property(all(answer), fc.boolean(), (answers, faulty) => {
        const found = evaluateSharing({ ...answers, CONSENT: 'NO' }, { basisProblems: faulty ? [broken] : [] });
        if (found.outcome !== 'DO_NOT_SHARE') return;
        const otherGround = answers.PURPOSE === 'NO' || answers.LAWFUL_REASON === 'NO' || answers.PUBLIC_INTEREST === 'NO' || faulty;
        expect(otherGround).toBe(true);
      }),
    );
  });

  it('2.5 agrees with the table of 2018 whenever confidence is no question and nothing is unsure', () => {
    fc.assert(
      fc.property(all(sure), (answers) => {
        const merged = evaluateSharing({ ...answers, CONFIDENTIAL: 'NO' }, {});
        expect(merged.outcome).toBe(evaluate2018Table(answers).outcome);
      }),
    );
  });

  it('2.5 agrees with the seven questions for confidential information with a lawful reason', () => {
    fc.assert(
      fc.property(all(sure), (answers) => {
        const asked: DecisionAnswers = { ...answers, LAWFUL_REASON: 'YES' };
        expect(evaluateSharing(asked, {}).outcome).toBe(evaluateSevenQuestions(asked, false).outcome);
      }),
    );
  });
});
