import { describe, expect, it } from '@jest/globals';
import type { ConsentWithdrawn } from '@mash/consent-events';
import type { DisclosureEvent, DisclosureReceived } from '@mash/disclosure-events';
import type { ItemId } from '@mash/kernel';
import { ViewMap } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import {
  accepted, consentId, council, decisionId, disclosureId, enquiryId, item, itemId, made, madeWith, now, police, requestId, restricted, school, socialWorker,
} from '../testing/wexcombe.js';
import { disclosureView } from './disclosure-view.js';
import { disclosureNarrowings, narrowDisclosure } from './narrow-disclosure.js';

type Event = DisclosureEvent | ConsentWithdrawn;
const other = '00000000-0000-4000-8000-000000000099' as ItemId;
const rowOf = (unit: string, ...events: readonly Event[]) => {
  const map = new ViewMap(disclosureView);
  for (const each of recorded(events as readonly ConsentWithdrawn[])) map.apply(each);
  const row = map.get(`${disclosureId}/${unit}`);
  if (row === undefined) throw new TypeError('There is no such row.');
  return row;
};
const councilRow = (...events: readonly Event[]) => rowOf(council.unit, ...events);

const onConsent = (() => {
  const event = madeWith({ consentPosition: 'GIVEN', consentId, restrictions: [] });
  return { ...event, data: { ...event.data, items: event.data.items.flatMap((each) => [each, { ...each, itemId: other }]) } };
})();
const withdrawn: ConsentWithdrawn = { type: 'ConsentWithdrawn', schema: 1, data: {
  consentId, at: now, reportedBy: council, words: null, underReview: [{ disclosureId, items: [itemId, other], sender: police, recipient: council.organisation }],
} };
const received: DisclosureReceived = { type: 'DisclosureReceived', schema: 1, data: { disclosureId, by: socialWorker, bases: [
  { itemId, basis: 'CONSENT_ALONE', words: null }, { itemId: other, basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: [] }, words: null },
] } };
const reading = (...events: readonly Event[]) => narrowDisclosure(councilRow(...events).body, { agency: council.organisation }, 'PROTECT_CHILD', now);

describe('the view of disclosures', () => {
  it('has a row for each side, and shows the sender’s decision to the sender alone', () => {
    viewSpec(disclosureView).given(made()).expectRows({
      [`${disclosureId}/${police.unit}`]: { agency: police.organisation, units: [police.unit], status: 'SENT', only: [] },
      [`${disclosureId}/${council.unit}`]: {
        agency: council.organisation, units: [council.unit], status: 'TO_ACCEPT', enquiryId,
        lookups: [`disclosure:${disclosureId}`, `request:${requestId}`, `enquiry:${enquiryId}`],
      },
    });
    expect(rowOf(police.unit, made()).body.decisionId).toBe(decisionId);
    expect(councilRow(made()).body.decisionId).toBeNull();
  });
  it('has no row for a sender without the hub, and needs no acceptance of what the recipient typed in', () => {
    const event = madeWith({}, { sender: { organisation: school.organisation, unit: null }, recordedBy: council });
    viewSpec(disclosureView).given(event).expectRows({ [`${disclosureId}/${council.unit}`]: { agency: council.organisation } });
    expect(councilRow(event).body.accepted).toEqual({ by: socialWorker, at: now });
  });
  it('5.4 is for named readers only where they are named, even within the unit', () =>
    expect(councilRow(made({ items: [item({ restrictions: [restricted('NAMED_RECIPIENTS', { practitioners: [socialWorker] })] })] })).only).toEqual([socialWorker]));
  it('5.R1 does not tell a recipient that consent was not sought where that is withheld', () => {
    const event = made({ advisory: { given: false, withheldReason: 'RISK_TO_PERSON', words: 'Related to him.' } });
    expect(councilRow(event).body).toMatchObject({ advisory: { given: false, withheldReason: null, words: null }, items: [{ consentPosition: null }] });
    expect(rowOf(police.unit, event).body).toMatchObject({ advisory: { withheldReason: 'RISK_TO_PERSON', words: 'Related to him.' }, items: [{ consentPosition: 'NOT_SOUGHT' }] });
  });
  it('5.R5 keeps refused attempts for whoever supplied it', () =>
    expect(rowOf(police.unit, made(), { type: 'OnwardShareRefused', schema: 1, data: {
      disclosureId, itemId, by: council, recipient: school.organisation, reasons: [{ rule: '5.R5', code: 'ORIGINATOR_NOT_APPROVED' }],
    } }).body.refusedOnward).toMatchObject([{ by: council, recipient: school.organisation }]));
});

describe('reading a disclosure', () => {
  it('5.R2 shows nothing of it before the restrictions are accepted', () => {
    const { body, withheld } = reading(made());
    expect(body.items).toMatchObject([{ statement: null, source: null, withheld: { rule: '5.R2' } }]);
    expect(withheld).toEqual([{ field: `items.${itemId}`, rule: '5.R2' }, { field: 'people', rule: '5.R2' }]);
    expect(JSON.stringify(body)).not.toContain('arrested');
  });
  it('shows it afterwards, for a stated purpose', () => {
    expect(reading(made(), accepted).body.items).toMatchObject([{ statement: item().statement, withheld: null }]);
    expect(reading(made(), accepted).withheld).toEqual([]);
  });
  it('11.R17 shows nothing to somebody looking for work, on either side', () => {
    expect(narrowDisclosure(councilRow(made(), accepted).body, { agency: council.organisation }, 'FIND_WORK', now).body.items).toMatchObject([{ statement: null, withheld: { rule: '11.R17' } }]);
    expect(narrowDisclosure(rowOf(police.unit, made()).body, { agency: police.organisation }, 'FIND_WORK', now).body.items).toMatchObject([{ statement: null, withheld: { rule: '11.R17' } }]);
  });
  it('shows the sender what it sent', () =>
    expect(narrowDisclosure(rowOf(police.unit, made()).body, { agency: police.organisation }, 'PROTECT_CHILD', now).body.items).toMatchObject([{ statement: item().statement }]));
  it('1.R7 shows what came under a statutory request for its purpose alone', () =>
    expect(reading(madeWith({}, { useLimitation: 'LOCAL_PRACTICE_REVIEW' }), accepted).body.items).toMatchObject([{ statement: null, withheld: { rule: '1.R7' } }]));
});

describe('replaying what could be read', () => {
  it('without a purpose reads each for the one it came for', () => {
    const looking = { actor: { agency: council.organisation }, now, purpose: null };
    const limited = madeWith({}, { useLimitation: 'LOCAL_PRACTICE_REVIEW' });
    expect(disclosureNarrowings.disclosure(councilRow(limited, accepted).body, looking).withheld).toEqual([]);
    expect(disclosureNarrowings.disclosure(councilRow(made()).body, looking).withheld[0]).toMatchObject({ rule: '5.R2' });
  });
});

describe('a withdrawn consent', () => {
  const afterwards = [onConsent, accepted, received, withdrawn] as const;
  it('3.R8 withholds what rested on it alone, and leaves the rest with a banner', () => {
    expect(reading(...afterwards).body.items).toMatchObject([
      { itemId, statement: null, basisUnderReview: true, banner: null, withheld: { rule: '3.R8', message: 'Consent withdrawn, basis under review.' } },
      { itemId: other, statement: item().statement, basisUnderReview: false, withheld: null },
    ]);
    expect(reading(...afterwards).body.items[1]?.banner).toMatch(/^Consent withdrawn/);
  });
  it('3.R8 withholds everything from a recipient who had recorded nothing', () =>
    expect(reading(onConsent, accepted, withdrawn).body.items).toMatchObject([{ statement: null }, { statement: null }]));
  it('3.R8 counts just the same when it slipped in before the disclosure', () =>
    expect(reading(onConsent, accepted, { type: 'ConsentLost', schema: 1, data: { disclosureId, consentId, items: [itemId, other] } }).body.items)
      .toMatchObject([{ basisUnderReview: true }, { basisUnderReview: true }]));
  it('takes nothing from before the withdrawal', () => expect(reading(onConsent, accepted, received).body.items).toMatchObject([{ statement: item().statement }, {}]));
  it('leaves the sender what it sent, with a banner', () => {
    const { body } = narrowDisclosure(rowOf(police.unit, ...afterwards).body, { agency: police.organisation }, 'PROTECT_CHILD', now);
    expect(body.items[0]).toMatchObject({ statement: item().statement, basisUnderReview: false });
    expect(body.items[0]?.banner).toMatch(/^Consent withdrawn/);
  });
});
