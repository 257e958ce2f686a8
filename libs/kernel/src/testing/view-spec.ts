import { isDeepStrictEqual, inspect } from 'node:util';
import type { DomainEvent, EventMetadata, Recorded } from '../event.js';
import type { CommandId, EventId, Instant } from '../ids.js';
import type { Row, View } from '../view.js';
import { ViewMap } from '../view-map.js';

/** Metadata for a test event: everything the view does not care about. */
export const metadataOf = (overrides: Partial<EventMetadata> = {}): EventMetadata => ({
  commandId: '00000000-0000-5000-8000-000000000001' as CommandId,
  correlationId: '00000000-0000-4000-8000-000000000002', causationId: null,
  actor: { kind: 'process', process: 'test', agency: null },
  occurredAt: '2026-11-02T09:00:00.000Z' as Instant, recordedAt: '2026-11-02T09:00:00.000Z' as Instant,
  policyVersion: 'test', ruleSet: 'test', salt: '0'.repeat(32), enquiryId: null, subjects: [], ...overrides,
});

/** Wraps events as the log would return them: one stream, revisions from 0. */
export const recorded = <E extends DomainEvent>(events: readonly E[], metadata: Partial<EventMetadata> = {}): Recorded<E>[] =>
  events.map((event, index) => ({
    event, stream: 'test-1', revision: BigInt(index), position: BigInt(index + 1),
    id: `00000000-0000-5000-8000-${String(index).padStart(12, '0')}` as EventId, metadata: metadataOf(metadata),
  }));

/** The grammar of view tests: given events, expect exactly these rows by key. */
export function viewSpec<E extends DomainEvent, Body>(view: View<E, Body>) {
  return {
    given: (...events: readonly E[]) => ({
      expectRows: (wanted: Readonly<Record<string, Partial<Row<Body>>>>): void => {
        const map = new ViewMap(view);
        for (const each of recorded(events)) map.apply(each);
        const rows = Object.fromEntries(map.entries());
        const got = Object.fromEntries(Object.entries(rows).map(([key, row]) => [
          key, Object.fromEntries(Object.keys(wanted[key] ?? row).map((field) => [field, row[field as keyof Row<Body>]])),
        ]));
        if (!isDeepStrictEqual(got, wanted)) {
          throw new Error(`Other rows.\nwanted: ${inspect(wanted, { depth: 9 })}\ngot:    ${inspect(got, { depth: 9 })}`);
        }
      },
    }),
  };
}
