import { noCrash } from '@mash/catch-up';
import type { CrashPoint, Handler } from '@mash/catch-up';
import type { Journal, PlacedEvent } from '@mash/event-log';
import type { AnyView, Recorded } from '@mash/kernel';
import type { PoolClient } from '@mash/postgres';
import { viewsCheckpoint } from './checkpoint.js';
import type { ProjectorPoint } from './crash-points.js';
import { foldBatch } from './fold-batch.js';
import type { Touched } from './fold-batch.js';

/** What opens sealed events. */
export type Opens = Pick<Journal, 'opened' | 'newestSchema'>;

/** For each view the events of a batch that it handles, opened, in order. */
export type ForEachView = ReadonlyMap<AnyView, readonly Recorded[]>;

/** What the views in one schema do with events. */
export interface TakingIn {
  readonly schema: string;
  readonly views: readonly AnyView[];
  readonly journal: Opens;
  /** Told in the transaction which rows changed. */
  readonly changed?: (client: PoolClient, touched: readonly Touched[]) => Promise<void>;
  readonly crashPoint?: CrashPoint<ProjectorPoint>;
}

/** Folds events into every view of a schema. Events that no view handles are not even opened. */
export function viewHandler({ schema, views, journal, changed, crashPoint = noCrash }: TakingIn): Handler<ForEachView> {
  const byType = new Map<string, AnyView[]>();
  for (const view of views) for (const type of view.handles) byType.set(type, [...byType.get(type) ?? [], view]);
  return {
    checkpoint: viewsCheckpoint(schema, views), names: new Set(byType.keys()), newestSchema: (type) => journal.newestSchema(type),
    prepare: async (batch: readonly PlacedEvent[]) => {
      const forEachView = new Map<AnyView, Recorded[]>(views.map((view) => [view, []]));
      for (const recorded of await journal.opened(batch.filter(({ type }) => byType.has(type)))) {
        for (const view of byType.get(recorded.event.type) ?? []) forEachView.get(view)?.push(recorded);
      }
      return forEachView;
    },
    write: async (client, forEachView) => {
      const touched: Touched[] = [];
      for (const [view, events] of forEachView) touched.push(...await foldBatch(client, schema, view, events, crashPoint));
      await changed?.(client, touched);
    },
  };
}
