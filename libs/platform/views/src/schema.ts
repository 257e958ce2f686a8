import type { AnyView } from '@mash/kernel';
import type { SchemaStep } from '@mash/postgres';

/** Where the views in use live, where the next ones are built, and where the last ones wait for a way back. */
export const liveSchema = 'views';
export const nextSchema = 'views_next';
export const formerSchema = 'views_former';

const reader = `NULLIF(current_setting('mash.practitioner', true), '')::uuid`;
const agency = `NULLIF(current_setting('mash.agency', true), '')::uuid`;
const units = `NULLIF(current_setting('mash.units', true), '')::uuid[]`;

/**
 * Who may see a row: settings against columns, nothing looked up, so that the policy costs what a hand-written filter
 * costs. Without settings every comparison is null, and nothing is visible.
 */
const mayRead = `
  ((agency IS NULL AND ${reader} IS NOT NULL)
    OR (agency = ${agency} AND (units && ${units} OR ${reader} = ANY (people))))
  AND (only_people = '{}' OR ${reader} = ANY (only_people))
  AND NOT (${reader} = ANY (excluded))`;

const tableOf = (schema: string, view: AnyView): string => `
  CREATE TABLE ${schema}.${view.name} (
    key text PRIMARY KEY, agency uuid, units uuid[] NOT NULL, people uuid[] NOT NULL, only_people uuid[] NOT NULL,
    excluded uuid[] NOT NULL, enquiry_id uuid, lookups text[] NOT NULL, terms text[] NOT NULL,
    status text NOT NULL, sort text NOT NULL, body jsonb NOT NULL);
  CREATE INDEX ${view.name}_lookups ON ${schema}.${view.name} USING gin (lookups);
  ALTER TABLE ${schema}.${view.name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
  CREATE POLICY read ON ${schema}.${view.name} FOR SELECT TO mash_hub USING (${mayRead});
  CREATE POLICY project ON ${schema}.${view.name} TO mash_projector USING (true) WITH CHECK (true);
  GRANT SELECT ON ${schema}.${view.name} TO mash_hub;
  COMMENT ON TABLE ${schema}.${view.name} IS 'View ${view.name}, version ${view.version}: one row per agency that may see it.';`;

/** The indexes that only readers need: a rebuild makes them when the rows are in, which costs a part of keeping them up to date. */
const readersIndexesOf = (schema: string, view: AnyView): string => `
  CREATE INDEX IF NOT EXISTS ${view.name}_terms ON ${schema}.${view.name} USING gin (terms);
  CREATE INDEX IF NOT EXISTS ${view.name}_listed ON ${schema}.${view.name} (agency, sort, key);
  CREATE INDEX IF NOT EXISTS ${view.name}_enquiry ON ${schema}.${view.name} (enquiry_id);`;

/** SQL that makes the indexes of readers where they are missing. */
export const indexesSql = (schema: string, views: readonly AnyView[]): string => views.map((view) => readersIndexesOf(schema, view)).join('\n');

/** SQL that makes an empty set of views, without the indexes of readers. Run by the projector, which owns them. */
export const schemaSql = (schema: string, views: readonly AnyView[]): string => `
  CREATE SCHEMA ${schema};
  GRANT USAGE ON SCHEMA ${schema} TO mash_hub;
  CREATE TABLE ${schema}.checkpoint (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), versions text NOT NULL,
    position numeric(20) NOT NULL, stream text, revision numeric(20), event_id uuid, handled bigint NOT NULL);
  GRANT SELECT ON ${schema}.checkpoint TO mash_hub;
  INSERT INTO ${schema}.checkpoint (versions, position, handled) VALUES ('${versionsOf(views)}', 0, 0);
  ${views.map((view) => tableOf(schema, view)).join('\n')}`;

/** Names and versions of all views: when it changes, the views must be built anew. */
export const versionsOf = (views: readonly AnyView[]): string =>
  views.map((view) => `${view.name}@${view.version}`).sort().join(' ');

/** The projector owns the view schemas, so that building a next version needs no other role. */
export const viewsGrants: readonly SchemaStep[] = [{
  name: '0001-projector-may-create-schemas',
  sql: 'DO $$ BEGIN EXECUTE format(\'GRANT CREATE ON DATABASE %I TO mash_projector\', current_database()); END $$',
}];
