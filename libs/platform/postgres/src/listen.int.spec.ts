import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from './listen.js';
import { createPool } from './pool.js';
import type { Pool } from './pool.js';
import { throwAwayDatabases } from './roles/throw-away.js';
import type { ThrowAwayDatabases } from './roles/throw-away.js';

describe('listening on a channel', () => {
  let databases: ThrowAwayDatabases;
  let admin: Pool;
  let database: string;
  let heard: string[];
  let interruptions: number;
  let listening: { stop(): Promise<void> };

  const say = (words: string): Promise<unknown> => speaker.query('SELECT pg_notify($1, $2)', ['wexcombe', words]);
  const drop = (): Promise<unknown> =>
    admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = $2', [database, 'mash_hub']);
  let speaker: Pool;

  /** Says a word until it is heard: a connection that is being made anew hears nothing. */
  async function sayUntilHeard(words: string): Promise<void> {
    for (let tries = 0; tries < 60 && !heard.includes(words); tries += 1) {
      await say(words);
      await wait(100);
    }
    expect(heard).toContain(words);
  }

  beforeEach(async () => {
    databases = await throwAwayDatabases();
    const url = databases.url('mash', 'mash_hub');
    database = new URL(url).pathname.slice(1);
    admin = createPool(databases.adminUrl, 1);
    speaker = createPool(databases.url('mash', 'mash_owner'), 1);
    [heard, interruptions] = [[], 0];
    listening = await listen({
      url, channel: 'wexcombe', heard: (payload) => heard.push(payload),
      interrupted: () => {
        interruptions += 1;
      },
    });
  });
  afterEach(async () => {
    await listening.stop();
    await speaker.end();
    await admin.end();
    await databases.drop();
  });

  it('hears what is said, in order', async () => {
    await say('first');
    await say('second');
    await wait(100);
    expect(heard).toEqual(['first', 'second']);
  });

  it('goes on after an outage that outlasts the first attempt to come back', async () => {
    await say('awake');
    await admin.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS false`);
    await drop();
    await wait(2_500);
    expect(interruptions).toBeGreaterThanOrEqual(2);
    await admin.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS true`);
    await sayUntilHeard('back');
  });

  it('hears nothing more once stopped, and does not come back', async () => {
    await listening.stop();
    await say('too late');
    await wait(200);
    expect([heard, interruptions]).toEqual([[], 0]);
  });
});
