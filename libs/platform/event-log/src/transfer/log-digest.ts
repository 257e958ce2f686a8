import { hash } from 'node:crypto';
import type { RawEvent } from './raw-event.js';

/** How far a stream goes and a digest of all its events in order. */
export interface StreamDigest {
  /** The number of events; their revisions are 0 to count - 1. */
  readonly count: number;
  /** SHA-256, hex. */
  readonly digest: string;
}

/** Thrown when a stream's next event does not carry its next revision. */
export class RevisionGap extends Error {
  override readonly name = 'RevisionGap';
  constructor(readonly stream: string, readonly expected: number, readonly found: bigint) {
    super(`Stream ${stream} has revision ${found} where ${expected} was due.`);
  }
}

interface Chain {
  count: number;
  link: Buffer;
}

const beginning = Buffer.alloc(32);
const sha256 = (data: Buffer): Buffer => hash('sha256', data, 'buffer');

/**
 * A digest of a log that two servers share when they hold the same events: of each stream a chain over revision, id, type,
 * content type and the hashes of data and metadata, and of the whole log one over all streams by name. Positions, `created`
 * and how streams lie between each other do not enter. Memory grows with the number of streams, not of events.
 */
export class LogDigest {
  private readonly chains = new Map<string, Chain>();
  private events = 0;

  /** @throws RevisionGap when revisions do not follow each other from 0 */
  add(event: RawEvent): void {
    const chain = this.chains.get(event.stream) ?? { count: 0, link: beginning };
    if (event.revision !== BigInt(chain.count)) throw new RevisionGap(event.stream, chain.count, event.revision);
    chain.link = sha256(Buffer.concat([chain.link, canonical(event)]));
    chain.count += 1;
    this.events += 1;
    this.chains.set(event.stream, chain);
  }

  get count(): number {
    return this.events;
  }

  get streamCount(): number {
    return this.chains.size;
  }

  stream(name: string): StreamDigest | null {
    const chain = this.chains.get(name);
    return chain === undefined ? null : { count: chain.count, digest: chain.link.toString('hex') };
  }

  names(): string[] {
    return [...this.chains.keys()].sort();
  }

  /** SHA-256 over every stream's name, count and digest, in the order of names; hex. */
  total(): string {
    let link: Buffer = beginning;
    for (const name of this.names()) {
      const { count, digest } = this.stream(name) ?? { count: 0, digest: '' };
      link = sha256(Buffer.concat([link, Buffer.from(JSON.stringify([name, count, digest]))]));
    }
    return link.toString('hex');
  }
}

/** JSON keeps the parts apart: no two events that differ give the same bytes. */
const canonical = (event: RawEvent): Buffer => Buffer.from(JSON.stringify([
  event.stream, Number(event.revision), event.id, event.type, event.isJson, sha256(event.data).toString('hex'), sha256(event.metadata).toString('hex'),
]));

/** A stream that two logs do not hold alike. */
export interface StreamDifference {
  readonly stream: string;
  readonly one: StreamDigest | null;
  readonly other: StreamDigest | null;
}

/** The streams in which two logs differ; empty when they hold the same events. */
export function differencesOf(one: LogDigest, other: LogDigest): StreamDifference[] {
  const names = new Set([...one.names(), ...other.names()]);
  return [...names].map((stream) => ({ stream, one: one.stream(stream), other: other.stream(stream) }))
    .filter((pair) => pair.one?.count !== pair.other?.count || pair.one?.digest !== pair.other?.digest);
}
