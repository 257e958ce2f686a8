import { createHash } from 'node:crypto';
import { emptyRow } from '@mash/kernel';
import type { AnyView, DomainEvent, Recorded, Row, View } from '@mash/kernel';

type Noted = DomainEvent & { readonly type: 'ConcernReceived' };
interface Chain { readonly count: number; readonly digest: string }

const chained = (row: Row<Chain> | null, { id }: Recorded<Noted>): Chain => ({
  count: (row?.body.count ?? 0) + 1,
  digest: createHash('sha256').update(`${row?.body.digest ?? ''}${id}`).digest('hex'),
});

/** A row for each stream, chained over its events: any event missed, repeated or out of order changes it for good. */
const streams = (version: number): View<Noted, Chain> => ({
  name: 'chaos_stream', version, handles: ['ConcernReceived'],
  keys: ({ stream }) => [{ key: stream }],
  apply: (row, recorded) => ({ ...emptyRow(chained(row, recorded)), lookups: [`half-${recorded.stream.at(-1)}`], sort: recorded.stream, status: `version ${version}` }),
});

/** A row that comes with every other event of its stream and goes with the next. */
const halves = (version: number): View<Noted, Chain> => ({
  name: 'chaos_half', version, handles: ['ConcernReceived'],
  keys: ({ stream }) => [{ key: stream }],
  apply: (row, recorded) => (row === null ? emptyRow(chained(null, recorded)) : null),
});

/** A few rows that every batch touches, whatever stream it is about. */
const totals = (version: number): View<Noted, Chain> => ({
  name: 'chaos_total', version, handles: ['ConcernReceived'],
  keys: ({ id }) => [{ key: id.slice(0, 1) }],
  apply: (row, recorded) => emptyRow(chained(row, recorded)),
});

/** The views of one version. A higher one makes a projector build them anew. */
export const chaosViews = (version: number): readonly AnyView[] => [streams(version), halves(version), totals(version)];
