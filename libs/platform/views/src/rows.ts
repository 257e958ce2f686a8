import type { Row } from '@mash/kernel';

/** A row as Postgres returns it. */
export interface StoredRow {
  key: string; agency: string | null; units: string[]; people: string[]; only_people: string[]; excluded: string[];
  enquiry_id: string | null; lookups: string[]; terms: string[]; status: string; sort: string; body: unknown;
}

export const rowColumns = 'key, agency, units::text[], people::text[], only_people::text[], excluded::text[], enquiry_id, lookups, terms, status, sort, body';

/** The row that was stored. */
export const toRow = (stored: StoredRow): Row<unknown> => ({
  agency: stored.agency, units: stored.units, people: stored.people, only: stored.only_people, excluded: stored.excluded,
  enquiryId: stored.enquiry_id, lookups: stored.lookups, terms: stored.terms, status: stored.status, sort: stored.sort, body: stored.body,
} as unknown as Row<unknown>);

/** The row as JSON for `jsonb_to_recordset`, which takes many rows in one statement. */
export const toStored = (key: string, row: Row<unknown>): StoredRow => ({
  key, agency: row.agency, units: [...row.units], people: [...row.people], only_people: [...row.only], excluded: [...row.excluded],
  enquiry_id: row.enquiryId, lookups: [...row.lookups], terms: [...row.terms], status: row.status, sort: row.sort, body: row.body,
});

export const upsertSql = (table: string): string => `
  INSERT INTO ${table} (key, agency, units, people, only_people, excluded, enquiry_id, lookups, terms, status, sort, body)
  SELECT key, agency, units, people, only_people, excluded, enquiry_id, lookups, terms, status, sort, body
    FROM jsonb_to_recordset($1::jsonb) AS r(
      key text, agency uuid, units uuid[], people uuid[], only_people uuid[], excluded uuid[], enquiry_id uuid,
      lookups text[], terms text[], status text, sort text, body jsonb)
  ON CONFLICT (key) DO UPDATE SET (agency, units, people, only_people, excluded, enquiry_id, lookups, terms, status, sort, body) =
    (EXCLUDED.agency, EXCLUDED.units, EXCLUDED.people, EXCLUDED.only_people, EXCLUDED.excluded, EXCLUDED.enquiry_id,
     EXCLUDED.lookups, EXCLUDED.terms, EXCLUDED.status, EXCLUDED.sort, EXCLUDED.body)`;
