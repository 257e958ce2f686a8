import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../codes/code-list.js';
import { describeBasis, publicTaskStatement } from './describe-basis.js';
import { GATEWAYS } from './gateways.js';

describe('a basis on a screen', () => {
  it('4.7 reads as one plain line', () => {
    const line = describeBasis({
      regime: 'UKGDPR',
      article6: 'e',
      article9: 'g',
      schedule1Condition: 'P18',
      barsChecked: [],
      gateways: ['CA1989_S47_9'],
      confidentialityBasis: 'PUBLIC_INTEREST',
    });
    expect(line).toBe(
      'Public task (Article 6(1)(e)); special category: Substantial public interest (Article 9(2)(g)), on Schedule 1: Safeguarding of children and of individuals at risk (paragraph 18); Children Act 1989 section 47(9) to (11); confidence: Overriding public interest',
    );
  });

  it('4.7 names Annex 1, offences and law enforcement', () => {
    const line = describeBasis({ regime: 'PART3', article6: 'ea', annex1Conditions: ['6'], article10Condition: 'P10', schedule8Condition: '4', barsChecked: [], gateways: [] });
    for (const part of ['Part 3', 'protecting from neglect or harm', 'offences: Preventing', 'paragraph 4']) expect(line).toContain(part);
  });

  it('4.R0 gives a charity the statement it needs', () => {
    const statement = publicTaskStatement('Wexcombe Council', 'CA1989_S47_1');
    expect(statement).toContain('Wexcombe Council');
    expect(statement).toContain('Article 6(1)(e)');
    expect(statement).toContain('Children Act 1989 section 47(1)');
  });
});

describe('the table of gateways', () => {
  it('4.8 calls section 115 of the Crime and Disorder Act a power and not a duty', () => {
    expect(GATEWAYS.CDA1998_S115.force).toBe('MAY');
  });
  it('4.8 gives every gateway a force, a condition and its evidence', () => {
    expect(codesOf(GATEWAYS)).toHaveLength(32);
    for (const code of codesOf(GATEWAYS)) {
      const { label, whoToWhom, condition, evidence } = GATEWAYS[code];
      expect([label, whoToWhom, condition, evidence].every((text) => text.length > 0)).toBe(true);
    }
  });
});
