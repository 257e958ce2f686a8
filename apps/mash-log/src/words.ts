import type { LeftOut, Proof, StreamDigest } from '@mash/event-log/transfer';

/** Says what did not go along, or nothing when everything did. */
export function leftOutInWords(leftOut: LeftOut): string {
  if (leftOut.size === 0) return '';
  const parts = [...leftOut].map(([name, events]) => `${name} (${events})`).sort().join(', ');
  return `Left out, because they are the server's own: events of ${parts}. Metadata of the domain's streams goes along.\n`;
}

const inWords = (digest: StreamDigest | null): string => (digest === null ? 'no events' : `${digest.count} events, ${digest.digest.slice(0, 16)}`);
const mostShown = 20;

/** A proof as an administrator reads and files it. */
export function proofInWords(proof: Proof, source: string, target: string): string {
  const lines = [
    `${source}: ${proof.events} events in ${proof.streams} streams, digest ${proof.digests.source}`,
    `${target}: digest ${proof.digests.target}`,
  ];
  if (proof.differences.length === 0) {
    lines.push('Both hold the same events: every stream has the same revisions, ids, types, content types and bytes of data and metadata.');
  } else {
    lines.push(`They do NOT hold the same events. ${proof.differences.length} streams differ:`);
    for (const { stream, one, other } of proof.differences.slice(0, mostShown)) lines.push(`  ${stream}: ${inWords(one)} against ${inWords(other)}`);
    if (proof.differences.length > mostShown) lines.push(`  and ${proof.differences.length - mostShown} more`);
  }
  return `${lines.join('\n')}\n`;
}
