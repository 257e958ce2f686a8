import type { Observe } from '../log-signal.js';
import type { Connection } from './connection.js';
import type { Patience } from './patience.js';
import type { Credentials } from './safe-connection.js';

/** What every call to the server needs: a connection of its kind, who signs in, how long to try, and who is told. */
export interface Line {
  readonly connection: Connection;
  readonly credentials: Credentials;
  readonly patience: Patience;
  readonly observe: Observe;
}
