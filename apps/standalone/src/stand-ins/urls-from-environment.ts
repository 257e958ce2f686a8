import type { StandIn } from './options.js';

/** The databases of a stand-in, when whoever started it has prepared them already. */
export interface PreparedDatabases {
  readonly owner: string;
  readonly own: string;
}

/**
 * URLs hold passwords, and command lines can be read by everybody on the machine; so the one
 * command hands them to its children in the environment.
 */
export function preparedDatabases(standIn: Exclude<StandIn, 'postgres'>, env: NodeJS.ProcessEnv): PreparedDatabases | undefined {
  const own = env[DATABASE_VARIABLES[standIn].own];
  const owner = env[DATABASE_VARIABLES[standIn].owner];
  return own === undefined || owner === undefined ? undefined : { own, owner };
}

export const DATABASE_VARIABLES = {
  'event-store': { own: 'MASH_LOG', owner: 'MASH_LOG_OWNER' },
  identity: { own: 'MASH_IDENTITY_STATE', owner: 'MASH_IDENTITY_STATE' },
} as const;
