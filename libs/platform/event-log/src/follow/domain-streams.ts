/** The streams that hold domain facts. Reads of records are many and change nothing: followers leave them on the server. */
export const domainStreams: readonly string[] = [
  'organisation-', 'practitioner-', 'arrangement-', 'search-', 'person-', 'enquiry-', 'request-', 'decision-', 'disclosure-',
  'consent-', 'mandate-',
];

/** Whether followers are given this stream: for who reads everything and must end up with what a follower has. */
export const isFollowed = (stream: string): boolean => domainStreams.some((prefix) => stream.startsWith(prefix));
