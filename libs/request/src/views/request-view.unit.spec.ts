import { describe, expect, it } from '@jest/globals';
import { ViewMap, personal } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import type { RequestEvent } from '@mash/request-events';
import { answered, at, charity, council, enquiryId, item, requested, requestId, statutoryPart, trust, worker } from '../testing/wexcombe.js';
import type { RequestBody } from './request-view.js';
import { requestView } from './request-view.js';

const asker = `${requestId}/${council.unit}`;
const addressee = `${requestId}/${trust.unit}`;
const bodyFor = (key: string, ...events: readonly RequestEvent[]): RequestBody | undefined => {
  const map = new ViewMap(requestView);
  for (const each of recorded(events)) map.apply(each);
  return map.get(key)?.body;
};
const overdue: RequestEvent = { type: 'RequestOverdue', schema: 1, data: { requestId, due: at('2026-11-03T09:00:00.000Z'), unanswered: [item] } };

describe('the view of requests', () => {
  it('shows a request to the unit that asks and to the unit that is asked', () => viewSpec(requestView).given(requested()).expectRows({
    [asker]: { agency: council.organisation, units: [council.unit], people: [], status: 'OPEN', enquiryId, sort: '2026-11-03T09:00:00.000Z' },
    [addressee]: { agency: trust.organisation, units: [trust.unit], people: [], status: 'OPEN', lookups: [`request:${requestId}`, `enquiry:${enquiryId}`, 'side:ADDRESSEE'] },
  }));
  it('1.R14 keeps from the addressee what the asker thought of asking', () => {
    expect(bodyFor(asker, requested())?.whatAskingReveals).toBe('That an enquiry is open.');
    expect(bodyFor(addressee, requested())?.whatAskingReveals).toBeNull();
  });
  it('has no row for an addressee that does not use the hub', () =>
    viewSpec(requestView).given(requested({ to: { organisation: charity.organisation, unit: null } })).expectRows({ [asker]: { agency: council.organisation } }));
  it('shows each answer to both', () => {
    const events = [requested(), answered({ kind: 'NOTHING_KNOWN', systemsSearched: personal('s', [], ['Records']) })];
    for (const key of [asker, addressee]) {
      expect(bodyFor(key, ...events)?.items[0]?.answer).toMatchObject({ kind: 'NOTHING_KNOWN', systemsSearched: ['Records'], recordedBy: trust });
    }
    viewSpec(requestView).given(...events).expectRows({ [asker]: { status: 'ANSWERED' }, [addressee]: { status: 'ANSWERED' } });
  });
  it('shows "no reply" once the time has passed, until an answer comes', () => {
    expect(bodyFor(asker, requested(), overdue)?.items[0]?.answer?.kind).toBe('NO_REPLY');
    expect(bodyFor(asker, requested(), overdue, answered({ kind: 'SHARED' }))).toMatchObject({ overdue: true, items: [{ answer: { kind: 'SHARED' } }] });
    expect(bodyFor(asker, requested(), answered({ kind: 'CLARIFY' }), overdue)?.items[0]?.answer?.kind).toBe('CLARIFY');
  });
  it('1.R8 shows a dispute and keeps the request open', () => viewSpec(requestView).given(requested({ statutory: statutoryPart }),
    { type: 'RequestDisputed', schema: 1, data: { requestId, reason: 'OUTSIDE_PURPOSE', words: personal('d', [], 'Not for this.') } },
    answered({ kind: 'CLARIFY' })).expectRows({ [asker]: { status: 'DISPUTED' }, [addressee]: { status: 'DISPUTED' } }));
  it('shows who has it in hand', () =>
    expect(bodyFor(addressee, requested(), { type: 'RequestAllocated', schema: 1, data: { requestId, worker, handedOverFrom: null } })?.worker).toBe(worker));
});
