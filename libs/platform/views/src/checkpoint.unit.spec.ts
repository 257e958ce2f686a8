import { describe, expect, it } from '@jest/globals';
import type { EventLog, PlacedEvent } from '@mash/event-log';
import { resumeFrom } from './checkpoint.js';

const event: PlacedEvent = { id: 'e1', type: 'Noted', data: {}, metadata: {}, stream: 'note-1', revision: 4n, position: 9_000n };
const checkpoint = { stream: 'note-1', revision: 4n, eventId: 'e1' };
const logHolding = (held: PlacedEvent | null): Pick<EventLog, 'readOne'> => ({ readOne: () => Promise.resolve(held) });

describe('going on from a checkpoint', () => {
  it('takes the position from the server it is on, not from the one before', async () =>
    expect(await resumeFrom(logHolding(event) as EventLog, checkpoint)).toBe(9_000n));
  it('begins at the first event where nothing was taken in yet', async () =>
    expect(await resumeFrom(logHolding(null) as EventLog, { stream: null, revision: null, eventId: null })).toBeNull());
  it('refuses a log that holds another event there', async () =>
    expect(resumeFrom(logHolding({ ...event, id: 'e2' }) as EventLog, checkpoint)).rejects.toThrow('does not hold the last event'));
  it('refuses a log that holds no event there', async () =>
    expect(resumeFrom(logHolding(null) as EventLog, checkpoint)).rejects.toThrow('Point the service at the right log'));
});
