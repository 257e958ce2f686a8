/** What the node writes about itself; never event data, stream contents or personal data. */
export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly msg: string;
  readonly [key: string]: unknown;
}

export interface EventStoreOptions {
  /** Only loopback is accepted: this node speaks without encryption and without sign-in. */
  readonly host?: string;
  /** 0 picks any free port. */
  readonly port: number;
  /** Connection of the role that owns and migrates the schema. */
  readonly ownerUrl: string;
  /** Connection of the role `mash_log`, which can only insert and select. */
  readonly url: string;
  /** Behave as a production cluster would: gaps in positions, forgetful `any`, few streams a connection. On by default. */
  readonly manners?: boolean;
  /** Deleting and tombstoning are refused unless this is set. */
  readonly allowDeletes?: boolean;
  readonly log?: (line: LogLine) => void;
}

export interface RunningEventStore {
  readonly port: number;
  /** `esdb://127.0.0.1:PORT?tls=false` */
  readonly connectionString: string;
  stop(): Promise<void>;
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1']);

/** Plaintext means that nobody is signed in, so the node must not be reachable from another machine. */
export function requireLoopback(host: string): void {
  if (LOOPBACK.has(host)) return;
  throw new Error(
    `The embedded event store listens on this machine only (127.0.0.1, localhost or ::1), not on "${host}": ` +
      'it has neither encryption nor sign-in. Use an EventStoreDB or KurrentDB cluster over TLS instead.',
  );
}
