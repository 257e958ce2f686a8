import { describe, expect, it } from '@jest/globals';
import { report } from './report.js';

const same = { view: 'request', outcome: 'identical', subjects: 12, differing: [], differingCount: 0 } as const;

describe('the report of a rebuild', () => {
  it('says of each view how it came out', () =>
    expect(report({ events: 1_200, resumedAt: 0, identical: true, views: [same, { ...same, view: 'work', outcome: 'new' }, { ...same, view: 'consent', outcome: 'not-compared' }] }, true))
      .toBe('1,200 events, 3 views.\n  request              identical\n  work                 new\n  consent              not compared\n'));
  it('names what differs, counts the rest and says the way back', () =>
    expect(report({ events: 9, resumedAt: 4, identical: false, views: [{ ...same, outcome: 'different', differing: ['id-1', 'id-2'], differingCount: 5 }] }, true))
      .toBe('9 events, 1 views, going on after 4.\n  request              DIFFERENT in 5 of 12:\n    id-1\n    id-2\n    and 3 more\nThe former views are kept: npm run rebuild -- --rollback swaps them back.\n'));
  it('promises no way back where nothing was kept', () =>
    expect(report({ events: 9, resumedAt: 0, identical: false, views: [{ ...same, outcome: 'different', differing: ['id-1'], differingCount: 1 }] }, false)).not.toContain('--rollback'));
});
