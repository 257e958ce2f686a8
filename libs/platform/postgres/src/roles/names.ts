/** What each login role is for. No one of them is a superuser or gets past row-level security. */
export const ROLE_PURPOSES = {
  mash_owner: 'owns the databases and their tables, migrates, and serves nobody',
  mash_projector: 'writes the per-agency views',
  mash_hub: 'reads the views under row-level security, keeps sessions and drafts',
  mash_steward: 'keeps timers and checkpoints in its own schema',
  mash_notary: 'keeps the transparency tree in its own schema',
  mash_vault: 'keeps the keys; the only reader of the key database',
  mash_log: 'appends to and reads the embedded event log',
  mash_identity: 'keeps the state of the identity service',
} as const;

/** A login role of the product. */
export type Role = keyof typeof ROLE_PURPOSES;

/** A login role that may connect to some database besides the owner of them all. */
export type ServiceRole = Exclude<Role, 'mash_owner'>;

/** One database: who may connect to it besides its owner, and who makes its own tables there. */
interface DatabaseRule {
  readonly connect: readonly ServiceRole[];
  readonly createsOwnTables: readonly ServiceRole[];
}

/**
 * The databases, and the roles that may so much as connect to each. Keys lie apart from the
 * records they open, so that a leak or an old backup of one is worth nothing without the other.
 */
export const DATABASE_RULES = {
  mash: { connect: ['mash_projector', 'mash_hub', 'mash_steward', 'mash_notary'], createsOwnTables: [] },
  mash_keys: { connect: ['mash_vault'], createsOwnTables: [] },
  mash_log: { connect: ['mash_log'], createsOwnTables: [] },
  mash_identity: { connect: ['mash_identity'], createsOwnTables: ['mash_identity'] },
} as const satisfies Record<string, DatabaseRule>;

/** A database of the product, by its name in production. */
export type Database = keyof typeof DATABASE_RULES;

/** Every login role, in the order in which they are made. */
export const ROLES = Object.keys(ROLE_PURPOSES) as readonly Role[];

/** Every database, in the order in which they are made. */
export const DATABASES = Object.keys(DATABASE_RULES) as readonly Database[];

/** The databases that a production server needs: the event log has a server of its own there. */
export const PRODUCTION_DATABASES: readonly Database[] = ['mash', 'mash_keys', 'mash_identity'];

/** A password for each login role. */
export type RolePasswords = Readonly<Record<Role, string>>;

// PostgreSQL cuts identifiers silently at 63 bytes, and two cut names could be the same database.
const SUFFIX = /^_[a-z0-9_]{1,40}$/;

/** The database's name on the server: with a suffix, one of a throw-away set. */
export function databaseName(database: Database, suffix = ''): string {
  if (suffix !== '' && !SUFFIX.test(suffix)) {
    throw new Error(`"${suffix}" is not a usable suffix: an underscore, then up to 40 of a-z, 0-9 and _.`);
  }
  return `${database}${suffix}`;
}
