import { describe, expect, it } from '@jest/globals';
import type { Instant, OrganisationId, UnitId } from '@mash/kernel';
import { open, task } from './work-body.js';
import type { WorkBody } from './work-body.js';

const party = { organisation: 'council' as OrganisationId, unit: 'hub' as UnitId };
const since = '2026-11-10T09:00:00.000Z' as Instant;
const sortOf = (changes: Partial<WorkBody>): string => open({ ...task('t', 'ENQUIRY_ASSIGNED', party, since), ...changes }).sort;

describe('the order of the work queue', () => {
  it('puts a task at its due time', () => expect(sortOf({ due: '2026-11-10T11:00:00.000Z' as Instant, urgency: 'ROUTINE' })).toBe('2026-11-10T11:00:00.000Z'));
  it('puts a task without one where its urgency\'s hours end', () => expect(sortOf({ urgency: 'URGENT' })).toBe('2026-11-11T09:00:00.000Z'));
  it('lets what is overdue go before an enquiry that was assigned earlier', () =>
    expect(sortOf({ due: '2026-11-10T10:00:00.000Z' as Instant }) < sortOf({ urgency: 'URGENT' })).toBe(true));
});
