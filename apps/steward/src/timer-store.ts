import type { PlacedEvent } from '@mash/event-log';
import type { Instant } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import type { Checkpoint } from '@mash/views';
import type { Timer } from './duties.js';

interface CheckpointRow { position: string | null; stream: string | null; revision: string | null; event_id: string | null }
interface TimerRow { process: Timer['process']; instance: string; of: string; due: Date; trigger_event: string }

/** The steward's own tables: its clocks and how far it has come, moved in one transaction. */
export class TimerStore {
  constructor(private readonly pool: Pool) {}

  async checkpoint(): Promise<Checkpoint> {
    const { rows: [row] } = await this.pool.query<CheckpointRow>('SELECT position, stream, revision, event_id FROM steward.checkpoint');
    return {
      versions: '', handled: 0, stream: row?.stream ?? null, eventId: row?.event_id ?? null,
      position: row?.position ? BigInt(row.position) : null, revision: row?.revision ? BigInt(row.revision) : null,
    };
  }

  /** Sets clocks and moves on, both or neither. */
  moveOn(last: PlacedEvent, timers: readonly Timer[]): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      for (const timer of timers) await set(client, timer);
      await client.query('UPDATE steward.checkpoint SET position = $1, stream = $2, revision = $3, event_id = $4',
        [last.position, last.stream, last.revision, last.id]);
    });
  }

  /** The clocks that have run out, the longest first. */
  async due(now: Instant): Promise<Timer[]> {
    const { rows } = await this.pool.query<TimerRow>('SELECT process, instance, of, due, trigger_event FROM steward.timer WHERE due <= $1 ORDER BY due LIMIT 50', [now]);
    return rows.map((row) => ({ process: row.process, instance: row.instance, of: row.of, due: row.due.toISOString() as Instant, triggerEvent: row.trigger_event }));
  }

  async remove({ process, instance, of }: Timer): Promise<void> {
    await this.pool.query('DELETE FROM steward.timer WHERE process = $1 AND instance = $2 AND of = $3', [process, instance, of]);
  }
}

const set = (client: PoolClient, { process, instance, of, due, triggerEvent }: Timer): Promise<unknown> => client.query(
  'INSERT INTO steward.timer (process, instance, of, due, trigger_event) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
  [process, instance, of, due, triggerEvent]);
