import { Query } from 'pg';
import type { Connection, Pool, QueryResultRow } from 'pg';

/** Whose eyes the database is to see with. */
export interface Reader {
  readonly practitioner: string;
  readonly agency: string;
  readonly units: readonly string[];
}

/** The zero UUID belongs to nobody: it reads the directory and no agency's row. */
export const nobody: Reader = {
  practitioner: '00000000-0000-0000-0000-000000000000', agency: '00000000-0000-0000-0000-000000000000', units: [],
};

/** Sets who reads and answers with no row, so that the rows that come back are those of the query alone. */
const become = {
  name: 'become-reader',
  text: `SELECT WHERE concat(set_config('mash.practitioner', $1, true), set_config('mash.agency', $2, true), set_config('mash.units', $3, true)) IS NULL`,
};

/**
 * Runs one query under row-level security as one reader. The settings and the query go out in one message and end in
 * one transaction; the settings are local to it, so that a pooled connection never carries one reader's rights to the
 * next. Without them no policy lets anything through.
 * @param text one of a bounded number of texts: each connection keeps it prepared
 */
export async function queryAs<Found extends QueryResultRow>(pool: Pool, reader: Reader, text: string, values: readonly unknown[]): Promise<Found[]> {
  const client = await pool.connect();
  try {
    const found = await new Promise<Found[]>((resolve, reject) => {
      const query = new Query<Found>({ name: nameOf(text), text, values: [...values] }, (error, results: unknown) => {
        if (error) reject(error);
        else resolve((results as readonly { readonly rows: Found[] }[]).at(-1)?.rows ?? []);
      });
      client.query(afterBecoming(reader, query));
    });
    client.release();
    return found;
  } catch (error) {
    // Which of the two statements is prepared is unknown now: the connection is not used again.
    client.release(true);
    throw error;
  }
}

/** Puts the settings before the query without ending the transaction between them: only the query's own end does that. */
function afterBecoming<Found extends QueryResultRow>(reader: Reader, query: Query<Found>): Query<Found> {
  const submit = query.submit.bind(query);
  query.submit = (connection) => {
    connection.stream.cork();
    try {
      if (!readyToBecome.has(connection)) connection.parse({ ...become, types: [] }, true);
      readyToBecome.add(connection);
      connection.bind({ statement: become.name, values: [reader.practitioner, reader.agency, `{${reader.units.join(',')}}`] }, true);
      connection.execute({}, true);
      return submit(connection);
    } finally {
      connection.stream.uncork();
    }
  };
  return query;
}

const readyToBecome = new WeakSet<Connection>();
const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `as-reader-${names.size}`;
  names.set(text, name);
  return name;
}
