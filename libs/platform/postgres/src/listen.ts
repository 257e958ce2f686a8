import pg from 'pg';

/** What is listened to, and who is told. */
export interface Listening {
  readonly url: string;
  readonly channel: string;
  heard(payload: string): void;
  /** The connection is gone and is being made anew: whatever was said meanwhile is lost. */
  interrupted(error: unknown): void;
}

const pause = 1_000;

/**
 * Hears what is said on a channel, on a connection of its own, until it is stopped. A lost connection is made anew
 * for as long as it takes.
 * @throws when the first connection cannot be made
 */
export async function listen(listening: Listening): Promise<{ stop(): Promise<void> }> {
  let client: pg.Client | null = await connect(listening, again);
  let waiting: NodeJS.Timeout | null = null;
  let stopped = false;

  function again(error: unknown): void {
    client = null;
    if (stopped) return;
    listening.interrupted(error);
    waiting = setTimeout(() => void retry(), pause);
  }

  async function retry(): Promise<void> {
    try {
      const made = await connect(listening, again);
      if (stopped) await made.end();
      else client = made;
    } catch (error) {
      again(error);
    }
  }

  return {
    stop: async () => {
      stopped = true;
      if (waiting) clearTimeout(waiting);
      await client?.end();
    },
  };
}

async function connect({ url, channel, heard }: Listening, lost: (error: unknown) => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'mash', keepAlive: true });
  let listens = false;
  client.on('notification', ({ payload }) => heard(payload ?? ''));
  // While connecting, a failure is thrown below and needs no second telling.
  client.on('error', (error) => {
    if (listens) lost(error);
    listens = false;
  });
  try {
    await client.connect();
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  listens = true;
  return client;
}
