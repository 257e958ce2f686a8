import { runnerPoints } from '@mash/catch-up';

/** Where the projector waits, beside the points of its runner: once for each view that a batch changes. */
const viewPoints = ['view-rows-read', 'view-rows-removed', 'view-rows-written', 'readers-woken'] as const;

/** Every point at which a projector can die between two steps. */
export const projectorPoints = [...runnerPoints, ...viewPoints] as const;
export type ProjectorPoint = typeof projectorPoints[number];

/** Every point at which a rebuild can die between two steps. */
export const rebuildPoints = [
  ...projectorPoints, 'next-made', 'nearly-caught-up', 'indexes-made', 'compared', 'live-held', 'last-events-taken-in', 'schemas-renamed', 'swapped',
] as const;
export type RebuildPoint = typeof rebuildPoints[number];
