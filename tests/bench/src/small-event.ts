import { randomUUID } from 'node:crypto';

import type { StoredEvent } from '@mash/event-log';

/** An event of the size that the hub's own events have: ids, codes, and one sealed field. */
export function smallEvent(n: number): StoredEvent {
  return {
    id: randomUUID(),
    type: 'ConcernReceived',
    data: { enquiryId: 'b2a1c7de-0000-4000-8000-000000000001', n, source: 'school', sealed: 'q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA' },
    metadata: { actor: 'b2a1c7de-0000-4000-8000-000000000002', commandId: 'b2a1c7de-0000-4000-8000-000000000003', schema: 1 },
  } as unknown as StoredEvent;
}
