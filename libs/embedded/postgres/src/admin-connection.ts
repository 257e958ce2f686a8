import pg from 'pg';

export function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/** How a server answers to our password; `'silent'` when nobody answers, or not in time. */
export type Answer = 'welcome' | 'wrong password' | 'silent';

/** Asks the server at the port whether it serves the cluster and knows our password. */
export async function askServer(port: number, password: string, cluster: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: adminUrl(port, password), connectionTimeoutMillis: 3_000, query_timeout: 3_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === cluster ? 'welcome' : 'silent';
  } catch (error) {
    return (error as { code?: string }).code === '28P01' ? 'wrong password' : 'silent';
  } finally {
    await client.end().catch(() => undefined);
  }
}
