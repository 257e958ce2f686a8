/** What somebody may do with one stream. */
export type Right = 'read' | 'write' | 'delete' | 'readMetadata' | 'writeMetadata';

/** For each right the users and groups that have it; a right that is not named falls back to the defaults. */
export type AccessList = Partial<Record<Right, readonly string[]>>;

export interface DefaultAccess {
  readonly userStreams: AccessList;
  readonly systemStreams: AccessList;
}

export const EVERYONE = '$all';
export const ADMINISTRATORS = '$admins';

/** What holds where neither `$settings` nor the stream's metadata says anything. */
export const BUILT_IN: Record<keyof DefaultAccess, readonly string[]> = { userStreams: [EVERYONE], systemStreams: [ADMINISTRATORS] };

const KEYS: readonly (readonly [Right, string])[] = [
  ['read', '$r'],
  ['write', '$w'],
  ['delete', '$d'],
  ['readMetadata', '$mr'],
  ['writeMetadata', '$mw'],
];

/** The list in a stream's metadata document. */
export function accessListOf(metadata: Buffer | undefined): AccessList {
  return listIn(entriesOf(metadata), '$acl');
}

/** The defaults in the last event of `$settings`. */
export function defaultAccessOf(settings: Buffer | undefined): DefaultAccess {
  const entries = entriesOf(settings);
  return { userStreams: listIn(entries, '$userStreamAcl'), systemStreams: listIn(entries, '$systemStreamAcl') };
}

function listIn(entries: ReadonlyMap<string, unknown>, key: string): AccessList {
  const keyed = mapOf(entries.get(key));
  const list: AccessList = {};
  for (const [right, short] of KEYS) {
    const named = keyed.get(short);
    // One name may stand without brackets.
    if (typeof named === 'string') list[right] = [named];
    // An entry that is no name grants nothing, which is the safe reading of a mistake.
    else if (named !== undefined) list[right] = Array.isArray(named) ? named.filter((name): name is string => typeof name === 'string') : [];
  }
  return list;
}

function entriesOf(document: Buffer | undefined): ReadonlyMap<string, unknown> {
  if (document === undefined) return new Map();
  try {
    return mapOf(JSON.parse(document.toString('utf8')));
  } catch {
    return new Map();
  }
}

function mapOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}
