import { describe, expect, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { at, council, decided, decisionId, item, now, officer, refused } from '../testing/wexcombe.js';
import { discussingRefusal } from './discuss-refusal.js';

const command = { decisionId, recordId: 'one', with: null, at: at('2026-11-10T09:30'), by: officer, notes: 'She understands; no further step.' };
const mixed = decided({ items: [item(), refused()] });

describe('discussing a refusal', () => {
  it('2.R12 is recorded with whoever asked', () =>
    expect(decisionSpec(discussingRefusal).given(mixed).knowing({ now }).when(command).events())
      .toMatchObject([{ type: 'RefusalDiscussed', data: { decisionId, with: council, notes: { $personal: true } } }]));
  it('2.R12 needs something refused', () =>
    decisionSpec(discussingRefusal).given(decided()).knowing({ now }).when(command).expectRejection('2.R12 NOTHING_REFUSED'));
  it('0.R1 is not recorded before it happened', () =>
    decisionSpec(discussingRefusal).given(mixed).knowing({ now }).when({ ...command, at: at('2026-11-10T11:00') }).expectRejection('0.R1 DISCUSSED_IN_FUTURE'));
});
