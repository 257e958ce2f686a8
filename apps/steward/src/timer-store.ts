import type { CheckpointTable } from '@mash/catch-up';
import type { Instant } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import type { Timer } from './duties.js';

/** How far the steward has come. */
export const stewardCheckpoint: CheckpointTable = { name: 'steward.checkpoint' };

interface TimerRow { process: Timer['process']; instance: string; of: string; due: Date; trigger_event: string }

/** The steward's clocks. */
export class TimerStore {
  constructor(private readonly pool: Pool) {}

  /** Sets clocks in the transaction that moves the checkpoint: both or neither. */
  async set(client: PoolClient, timers: readonly Timer[]): Promise<void> {
    for (const timer of timers) await set(client, timer);
  }

  /** The clocks that have run out, the longest first. */
  async due(now: Instant): Promise<Timer[]> {
    const { rows } = await this.pool.query<TimerRow>('SELECT process, instance, of, due, trigger_event FROM steward.timer WHERE due <= $1 ORDER BY due LIMIT 50', [now]);
    return rows.map((row) => ({ process: row.process, instance: row.instance, of: row.of, due: row.due.toISOString() as Instant, triggerEvent: row.trigger_event }));
  }

  /** Lets a clock run out once more later, because it could not be rung now. */
  async putOff({ process, instance, of }: Timer, until: Instant): Promise<void> {
    await this.pool.query('UPDATE steward.timer SET due = $4 WHERE process = $1 AND instance = $2 AND of = $3', [process, instance, of, until]);
  }

  async remove({ process, instance, of }: Timer): Promise<void> {
    await this.pool.query('DELETE FROM steward.timer WHERE process = $1 AND instance = $2 AND of = $3', [process, instance, of]);
  }
}

const set = (client: PoolClient, { process, instance, of, due, triggerEvent }: Timer): Promise<unknown> => client.query(
  'INSERT INTO steward.timer (process, instance, of, due, trigger_event) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
  [process, instance, of, due, triggerEvent]);
