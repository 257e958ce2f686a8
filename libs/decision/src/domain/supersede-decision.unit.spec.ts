import { describe, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { decided, decisionId, earlierId } from '../testing/wexcombe.js';
import { supersedingDecision } from './supersede-decision.js';

const superseded = { type: 'DecisionSuperseded', schema: 1, data: { decisionId, supersededBy: earlierId } } as const;

describe('replacing a decision', () => {
  it('2.R8 is claimed on the decision that is replaced', () =>
    decisionSpec(supersedingDecision).given(decided()).knowing(null).when({ decisionId, supersededBy: earlierId }).expectEvents(superseded));
  it('is claimed once', () =>
    decisionSpec(supersedingDecision).given(decided(), superseded).knowing(null).when({ decisionId, supersededBy: earlierId }).expectNothing());
  it('2.R8 is refused to the second of two', () =>
    decisionSpec(supersedingDecision).given(decided(), superseded).knowing(null).when({ decisionId, supersededBy: decisionId }).expectRejection('2.R8 NOTHING_TO_REOPEN'));
});
