import { describe, expect, it } from '@jest/globals';
import type { OnwardApprovalSought } from '@mash/disclosure-events';
import { ViewMap } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import { approvalId, childId, council, councilsDecision, decidedItem, disclosureId, itemId, officer, police, school, teacher } from '../testing/wexcombe.js';
import { onwardApprovalView } from './onward-approval-view.js';

const sought: OnwardApprovalSought = { type: 'OnwardApprovalSought', schema: 1, data: {
  disclosureId, approvalId, itemId, originator: police.organisation, originatorUnit: police.unit, decisionId: councilsDecision, by: council,
  recipient: { ...school, practitioner: teacher }, purpose: 'PROTECT_CHILD', wording: { ...decidedItem().reasons, value: 'One safety fact.' },
} };
const approved = { type: 'OriginatorApproved', schema: 1, data: { disclosureId, approvalId, by: officer } } as const;
const used = { type: 'OnwardApprovalUsed', schema: 1, data: { disclosureId, approvalId, childId } } as const;

describe('the view of onward approvals', () => {
  it('has a row for the holder and one for the originator', () => viewSpec(onwardApprovalView).given(sought).expectRows({
    [`${approvalId}/${council.unit}`]: { agency: council.organisation, units: [council.unit], status: 'PENDING' },
    [`${approvalId}/${police.unit}`]: { agency: police.organisation, units: [police.unit], status: 'PENDING' },
  }));
  it('shows the answer to both, and what became of it to the holder alone', () => {
    const map = new ViewMap(onwardApprovalView);
    for (const each of recorded([sought, approved, used])) map.apply(each);
    expect(map.get(`${approvalId}/${council.unit}`)?.body).toMatchObject({ status: 'USED', side: 'HOLDER', decisionId: councilsDecision, childId, answer: { by: officer } });
    expect(map.get(`${approvalId}/${police.unit}`)?.body).toMatchObject({ status: 'USED', side: 'ORIGINATOR', decisionId: null, childId: null, wording: 'One safety fact.' });
  });
});
