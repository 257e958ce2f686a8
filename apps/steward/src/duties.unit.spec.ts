import { describe, expect, it } from '@jest/globals';
import type { ConsentReliedUpon } from '@mash/consent-events';
import type { ConsentId, DisclosureId, EnquiryId, Instant, OrganisationId, PractitionerId, RequestId, UnitId } from '@mash/kernel';
import { heldBy, personal } from '@mash/kernel';
import { recorded } from '@mash/kernel/testing';
import type { InformationRequested } from '@mash/request-events';
import { ring, timersOf } from './duties.js';
import type { Trigger } from './duties.js';

const party = { organisation: 'o0000000-0000-4000-8000-000000000001' as OrganisationId, unit: 'u' as UnitId };
const words = <T>(value: T) => personal('r', heldBy('f', party.organisation), value);
const asked: InformationRequested = { type: 'InformationRequested', schema: 1, data: {
  requestId: 'r1' as RequestId, enquiryId: 'e1' as EnquiryId, from: party, to: party, askedBy: 'p1' as PractitionerId, items: [], people: [], purpose: 'PROTECT_CHILD',
  reasons: words('why'), basis: { regime: 'UKGDPR', gateways: [], barsChecked: [] }, basisWords: null,
  publicTask: null, whatAskingReveals: words('that'), consentPosition: 'NOT_REQUIRED', notSoughtReason: null, specialCategory: false, criminalOffence: false,
  urgency: 'URGENT', due: '2026-11-03T09:00:00.000Z' as Instant, statutory: null,
} };
const relied: ConsentReliedUpon = { type: 'ConsentReliedUpon', schema: 1, data: {
  consentId: 'c1' as ConsentId, disclosureId: 'd1' as DisclosureId, items: [], sender: party, recipient: party.organisation,
} };
const [timerOfRequest] = recorded<Trigger>([asked]).flatMap(timersOf);
const [timerOfClaim] = recorded<Trigger>([relied]).flatMap(timersOf);

describe('the steward', () => {
  it('1.R6 sets a clock for the time by which an answer was asked for', () =>
    expect(timerOfRequest).toMatchObject({ process: 'mark-overdue', instance: 'r1', due: '2026-11-03T09:00:00.000Z' }));
  it('sets a clock for a claim on a consent whose disclosure may never come', () =>
    expect(timerOfClaim).toMatchObject({ process: 'release-reliance', instance: 'c1', of: 'd1', due: '2026-11-02T10:00:00.000Z' }));

  it('rings with an identity that follows from the trigger, so that ringing twice does the work once', async () => {
    const sent: string[] = [];
    const bus = { execute: (command: { readonly context?: { readonly commandId: string } }) => Promise.resolve(void sent.push(command.context?.commandId ?? '')) };
    if (!timerOfRequest || !timerOfClaim) throw new Error('no timers');
    for (const timer of [timerOfRequest, timerOfRequest, timerOfClaim]) await ring(bus as unknown as Parameters<typeof ring>[0], timer);
    expect(sent[0]).toBe(sent[1]);
    expect(sent[2]).not.toBe(sent[0]);
  });
});
