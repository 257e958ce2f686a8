/** What the node writes about itself; never event data, stream contents, passwords or personal data. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly msg: string;
  readonly [key: string]: unknown;
}

/** A certificate with its chain, and its private key, both as PEM text. */
export interface TlsOptions {
  readonly certificate: string;
  readonly key: string;
}

/** The one user that this node knows. */
export interface UserOptions {
  readonly name: string;
  readonly password: string;
  /** None by default. `$admins` may do everything, as on a real server. */
  readonly groups?: readonly string[];
}

export interface EndPoint {
  readonly host: string;
  readonly port: number;
}

export interface EventStoreOptions {
  /** Without TLS only loopback is accepted: such a node speaks without encryption and without sign-in. */
  readonly host?: string;
  /** 0 picks any free port. */
  readonly port: number;
  /** Speaks TLS; needs `user`. */
  readonly tls?: TlsOptions;
  /** Who may sign in over TLS. Access follows the lists of `$settings` and of stream metadata. */
  readonly user?: UserOptions;
  /**
   * At start, where they are absent, appends the access lists that a site sets for its services on a real
   * server: `user` may read and append everywhere and follow the whole log; deleting and changing metadata
   * stay with administrators.
   */
  readonly grantServiceAccess?: boolean;
  /** The host by which clients reach this node, told through gossip. By default the one it listens on. */
  readonly advertisedHost?: string;
  /** Connection of the role that owns and migrates the schema. */
  readonly ownerUrl: string;
  /** Connection of the role `mash_log`, which can only insert and select. */
  readonly url: string;
  /** Behave as a production cluster would: gaps in positions, forgetful `any`, few streams a connection. On by default. */
  readonly manners?: boolean;
  /** Writes one system event into a log that is empty, as a real server does at its first start. Off by default. */
  readonly beginsLog?: boolean;
  /** Deleting and tombstoning are refused unless this is set. */
  readonly allowDeletes?: boolean;
  /**
   * Starts the node as a follower of a leader elsewhere, over the same database: it serves reads, and answers
   * appends and calls that require the leader with the leader's address. For proving how clients are sent on.
   */
  readonly follow?: EndPoint;
  readonly log?: (line: LogLine) => void;
}

export interface RunningEventStore {
  readonly port: number;
  /** `esdb://127.0.0.1:PORT?tls=false`, or over TLS `esdb://HOST:PORT?tls=true`, without user and certificate. */
  readonly connectionString: string;
  /** Drops every connection and call, stays away for a while and listens on the same port again: clients must survive that. */
  restartListening(awayMs?: number): Promise<void>;
  stop(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);
const EVERY_ADDRESS = new Set(['0.0.0.0', '::', '']);

/** Refuses what would let a stranger in: plaintext beyond this machine, TLS without sign-in, a password in the clear. */
export function requireSafe(options: Pick<EventStoreOptions, 'host' | 'tls' | 'user' | 'grantServiceAccess' | 'advertisedHost'>): void {
  const host = options.host ?? '127.0.0.1';
  if (options.tls === undefined) requirePlaintextManners(host, options);
  else requireUser(options.user);
  if (EVERY_ADDRESS.has(host) && options.advertisedHost === undefined) {
    throw new Error(`The embedded event store listens on every address ("${host}"): name the host that clients dial with "advertisedHost".`);
  }
}

function requirePlaintextManners(host: string, options: Pick<EventStoreOptions, 'user' | 'grantServiceAccess'>): void {
  if (!LOOPBACK.has(host)) {
    throw new Error(
      `Without TLS the embedded event store listens on this machine only (127.0.0.1, localhost or ::1), not on "${host}": ` +
        'plaintext has neither encryption nor sign-in. Give it a certificate and a user, or use a KurrentDB cluster.',
    );
  }
  if (options.user !== undefined) {
    throw new Error('The embedded event store signs users in over TLS only: on plaintext clients send no credentials. Give it a certificate, or no user.');
  }
  if (options.grantServiceAccess === true) throw new Error('Access can be granted only to a user: give the embedded event store a certificate and a user.');
}

function requireUser(user: UserOptions | undefined): void {
  if (user === undefined) {
    throw new Error('The embedded event store with TLS needs one user: without sign-in everyone who reaches the port could read the log.');
  }
  if (user.name === '' || user.name.includes(':')) throw new Error('The user of the embedded event store needs a name without a colon.');
  if (user.name.startsWith('$')) throw new Error('The user of the embedded event store must not be named like a group: names with "$" are reserved.');
  if (user.password === '') throw new Error('The user of the embedded event store needs a password.');
}
