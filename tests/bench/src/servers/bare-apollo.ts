import { once } from 'node:events';
import { readFile } from 'node:fs/promises';

import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createPool } from '@mash/postgres';

/**
 * What anybody would write first over the same schema and rows: nobody signs in, nothing is limited, counted or
 * recorded, and the role it reads with may see every row, so that no policy has anything to decide.
 */
const pool = createPool(process.env['MASH_POSTGRES'] ?? '', 12);

interface Found { readonly body: unknown; readonly total: string }

const enquiries = async (_: unknown, { first }: { readonly first: number }): Promise<unknown> => {
  const { rows } = await pool.query<Found>({
    name: 'page', text: 'SELECT body, count(*) OVER () AS total FROM views.enquiry ORDER BY sort, key LIMIT $1', values: [first + 1],
  });
  return { items: rows.slice(0, first).map(({ body }) => body), total: Number(rows[0]?.total ?? 0), next: null };
};

const server = new ApolloServer({
  typeDefs: await readFile(new URL('../../../../apps/hub/schema.graphql', import.meta.url), 'utf8'), resolvers: { Query: { enquiries } },
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
process.stdout.write(`${url}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await server.stop();
await pool.end();
