import { describe, expect, it } from '@jest/globals';
import { ViewMap } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import { council, decided, decisionId, earlierId, enquiryId, now, officer, police, requestId } from '../testing/wexcombe.js';
import { decisionView } from './decision-view.js';

describe('the view of decisions', () => {
  it('has one row, for the unit that decided', () => viewSpec(decisionView).given(decided()).expectRows({
    [`${decisionId}/${police.unit}`]: {
      agency: police.organisation, units: [police.unit], status: 'MAY_SHARE', enquiryId,
      lookups: [`decision:${decisionId}`, `request:${requestId}`, `enquiry:${enquiryId}`],
    },
  }));
  it('shows the discussion and the decision that came after', () => {
    const map = new ViewMap(decisionView);
    const notes = decided().data.reasons;
    for (const each of recorded([
      decided(), { type: 'RefusalDiscussed', schema: 1, data: { decisionId, with: council, at: now, by: officer, notes } } as const,
      { type: 'DecisionSuperseded', schema: 1, data: { decisionId, supersededBy: earlierId } } as const,
    ])) map.apply(each);
    expect(map.get(`${decisionId}/${police.unit}`)).toMatchObject({ status: 'SUPERSEDED', body: {
      supersededBy: earlierId, discussions: [{ with: council, at: now, by: officer, notes: notes.value }],
      items: [{ reasons: 'Two call-outs this year bear on the children.', wording: null }],
    } });
  });
});
