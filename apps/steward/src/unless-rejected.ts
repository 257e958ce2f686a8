import { NotFound, Rejected } from '@mash/kernel';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';

/** A rejection is an answer: it is logged and work goes on. Anything else is not: then nothing may be passed over. */
export async function unlessRejected(log: Log, duty: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Rejected || error instanceof NotFound)) throw error;
    log('warn', 'duty not possible', { duty, error: errorName(error) });
  }
}
