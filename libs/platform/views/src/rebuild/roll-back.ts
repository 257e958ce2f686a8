import { followerMetrics, noCrash } from '@mash/catch-up';
import { findViewsCheckpoint } from '../checkpoint.js';
import { formerSchema, versionsOf } from '../schema.js';
import { alone, whileAlone } from './alone.js';
import type { Rebuilding } from './rebuild.js';
import { Standby } from './standby.js';
import { swapIn } from './swap.js';

/** There is nothing that this code could go back to. */
export class NoWayBack extends Error {
  override readonly name = 'NoWayBack';
}

/**
 * Brings the former views up to the live ones and swaps them back, in one transaction; the ones that were live are kept
 * in their place, so that going back can itself be undone.
 * @returns how many events the views that are live again have taken in
 * @throws NoWayBack when there are no former views, or they are of versions that this code cannot keep up to date
 */
export async function rollBack({ pool, journal, views, metrics, onProgress, longestHold, crashPoint = noCrash }: Rebuilding): Promise<number> {
  return alone(pool, async (_, stillAlone) => {
    const point = whileAlone(crashPoint, stillAlone);
    const former = await findViewsCheckpoint(pool, formerSchema);
    if (!former) throw new NoWayBack('There are no former views: nothing was rebuilt yet.');
    if (former.versions !== versionsOf(views)) {
      throw new NoWayBack('The former views are of other versions than this code. Roll back with the code that made them: it swaps them in when its projector starts.');
    }
    const standby = new Standby({
      pool, journal, views, metrics: followerMetrics(metrics, 'rebuild'), crashPoint: point, onBatch: (done) => onProgress?.(done, null),
    }, formerSchema);
    await standby.nearlyCatchUp();
    await point('nearly-caught-up');
    await swapIn({ pool, journal, standby, point, longestHold });
    return Math.max(standby.handled, former.handled);
  });
}
