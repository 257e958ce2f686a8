// What the client's own suite holds at v6.2.1, file by file, and which of its tests one embedded node cannot pass.
const PROJECTIONS = 'needs projections';
const PERSISTENT = 'needs persistent subscriptions';
const OLDER_SIZES = 'needs a commit timeout of 1 ms and the size rule of older servers, which counted the data of an event alone';
const FORWARDING = 'needs a follower that passes appends on to its leader';
const SIGN_IN = 'needs sign-in, which plaintext has not: it passes over TLS';

/**
 * `tests`: how many the file runs. `outOfReach`: full titles (as far as they are needed) with what they would need.
 * @type {{ group: string, file: string, tests: number, speaks: 'plaintext' | 'tls' | 'both', outOfReach?: Record<string, string> }[]}
 */
export const SUITE = [
  { group: 'streams', file: 'streams/appendToStream', tests: 22, speaks: 'both' },
  { group: 'streams', file: 'streams/appendToStream-batch-append', tests: 3, speaks: 'both' },
  { group: 'streams', file: 'streams/appendToStream-batch-append-flood', tests: 1, speaks: 'both' },
  { group: 'streams', file: 'streams/appendToStream-errors', tests: 10, speaks: 'both', outOfReach: { AccessDenied: SIGN_IN } },
  { group: 'streams', file: 'streams/deleteStream', tests: 6, speaks: 'both' },
  { group: 'streams', file: 'streams/tombstoneStream', tests: 5, speaks: 'both' },
  { group: 'streams', file: 'streams/getStreamMetadata', tests: 4, speaks: 'both' },
  { group: 'streams', file: 'streams/setStreamMetadata', tests: 9, speaks: 'both' },
  { group: 'streams', file: 'streams/readStream', tests: 13, speaks: 'both', outOfReach: { 'resolve link tos': PROJECTIONS } },
  { group: 'streams', file: 'streams/readAll', tests: 5, speaks: 'both', outOfReach: { 'resolve link tos': PROJECTIONS } },
  { group: 'streams', file: 'streams/subscribeToStream', tests: 5, speaks: 'both' },
  { group: 'streams', file: 'streams/subscribeToAll', tests: 7, speaks: 'both' },
  { group: 'streams', file: 'streams/subscribeToAll-filters', tests: 6, speaks: 'both' },
  { group: 'extra', file: 'extra/RecordedEvent-created', tests: 2, speaks: 'both' },
  {
    group: 'extra', file: 'extra/dispose', tests: 9, speaks: 'both',
    outOfReach: { 'Persistent subscription to stream': PERSISTENT, 'Persistent subscription to $all': PERSISTENT },
  },
  { group: 'extra', file: 'extra/encoding', tests: 2, speaks: 'both' },
  { group: 'extra', file: 'extra/http2-assertion-failure', tests: 1, speaks: 'plaintext' },
  { group: 'extra', file: 'extra/typedEvents', tests: 5, speaks: 'both', outOfReach: { connectToPersistantSubscription: PERSISTENT } },
  { group: 'extra', file: 'extra/typedEvents-more', tests: 1, speaks: 'both' },
  { group: 'extra', file: 'extra/write-after-end', tests: 2, speaks: 'both' },
  { group: 'connection', file: 'connection/insecure', tests: 1, speaks: 'plaintext' },
  { group: 'connection', file: 'connection/connectionString/insecure-single-node', tests: 3, speaks: 'plaintext' },
  { group: 'connection', file: 'connection/singleNode', tests: 1, speaks: 'both' },
  { group: 'opentelemetry', file: 'opentelemetry/instrumentation', tests: 6, speaks: 'both', outOfReach: { 'persistent subscription': PERSISTENT } },
  { group: 'over TLS', file: 'connection/connectionString/secure-single-node', tests: 3, speaks: 'tls' },
  { group: 'over TLS', file: 'connection/tlsCAFile', tests: 3, speaks: 'tls' },
  { group: 'over TLS', file: 'connection/defaultCredentials', tests: 2, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/connectionString/insecure-cluster', tests: 3, speaks: 'plaintext' },
  { group: 'several nodes', file: 'connection/connectionString/secure-cluster', tests: 3, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/cluster', tests: 3, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/deadline/deadline-effects', tests: 4, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/Channel', tests: 1, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/not-leader', tests: 1, speaks: 'tls', outOfReach: { 'should get an error here': FORWARDING } },
  { group: 'several nodes', file: 'connection/reconnect/NotLeaderError', tests: 1, speaks: 'tls', outOfReach: { NotLeaderError: FORWARDING } },
  { group: 'several nodes', file: 'connection/reconnect/UnavailableError', tests: 1, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/reconnect/all-nodes-down', tests: 1, speaks: 'tls', outOfReach: { 'All nodes down': PERSISTENT } },
  { group: 'several nodes', file: 'connection/reconnect/mid-stream', tests: 1, speaks: 'tls' },
  { group: 'several nodes', file: 'connection/reconnect/no-reconnection', tests: 2, speaks: 'tls', outOfReach: { TimeoutError: OLDER_SIZES } },
];

/** Why this test cannot pass here, or nothing when it must. */
export function outOfReach({ outOfReach: reasons = {} }, title, speaks) {
  const [, reason] = Object.entries(reasons).find(([part]) => title.includes(part)) ?? [];
  return reason === SIGN_IN && speaks === 'tls' ? undefined : reason;
}
