import { describedStreamOf } from '../log/recorded-event.js';
import type { Tail } from '../log/tail.js';
import type { LogWriter } from '../rpc/node.js';
import type { EventReader } from '../storage/event-reader.js';
import type { AccessList, DefaultAccess, Right } from './access-list.js';
import { accessListOf, ADMINISTRATORS, BUILT_IN, defaultAccessOf, EVERYONE } from './access-list.js';
import type { Caller } from './sign-in.js';

interface Found {
  readonly list: AccessList;
  readonly defaults: DefaultAccess;
}

export const SETTINGS_STREAM = '$settings';
const MAX_STREAMS = 100_000;

/**
 * Who may do what with which stream, by the same documents as on a real server: the last event of `$settings`
 * and the `$acl` in each stream's metadata. What was looked up is kept, and dropped as soon as it changes. Only the
 * node that holds the log hears of changes; any other looks up each time.
 */
export class AccessRules {
  private readonly lists = new Map<string, AccessList>();
  /** Shared by all who ask meanwhile, so that appends to one stream stay in their order. */
  private readonly lookUps = new Map<string, Promise<Found>>();
  private defaults: DefaultAccess | undefined;
  private seen: number;
  /** Grows with every change, so that a look-up overtaken by one is not kept. */
  private changes = 0;

  constructor(
    private readonly reader: Pick<EventReader, 'head' | 'streamBackwards'>,
    private readonly writer: Pick<LogWriter, 'holdsLog' | 'tail'>,
  ) {
    const { tail } = writer;
    this.seen = tail.head;
    tail.onPublish(() => this.dropChanged(tail));
  }

  /** Answers at once when the stream is known; otherwise after a look-up, whose failure rejects. */
  may(caller: Caller, right: 'read' | 'write' | 'delete', stream: string): boolean | Promise<boolean> {
    if (caller.groups.includes(ADMINISTRATORS)) return true;
    if (!this.writer.holdsLog) this.forgetAll();
    const described = describedStreamOf(stream);
    const subject = described ?? stream;
    const needed = described === undefined ? right : right === 'read' ? 'readMetadata' : 'writeMetadata';
    const list = this.lists.get(subject);
    const { defaults } = this;
    if (list !== undefined && defaults !== undefined) return holds(caller, needed, subject, list, defaults);
    return this.lookUpOnce(subject).then((found) => holds(caller, needed, subject, found.list, found.defaults));
  }

  private lookUpOnce(stream: string): Promise<Found> {
    const underWay = this.lookUps.get(stream);
    if (underWay !== undefined) return underWay;
    const started = this.lookUp(stream).finally(() => {
      if (this.lookUps.get(stream) === started) this.lookUps.delete(stream);
    });
    this.lookUps.set(stream, started);
    return started;
  }

  private async lookUp(stream: string): Promise<Found> {
    const { changes } = this;
    const [list, defaults] = await Promise.all([
      this.lists.get(stream) ?? this.reader.head(stream).then((head) => accessListOf(head.metadataDocument)),
      this.defaults ?? this.readDefaults(),
    ]);
    if (this.writer.holdsLog && changes === this.changes) {
      if (this.lists.size >= MAX_STREAMS) this.lists.clear();
      this.lists.set(stream, list);
      this.defaults = defaults;
    }
    return { list, defaults };
  }

  private async readDefaults(): Promise<DefaultAccess> {
    const [last] = await this.reader.streamBackwards(SETTINGS_STREAM, Number.MAX_SAFE_INTEGER, 1);
    return defaultAccessOf(last?.data);
  }

  private dropChanged(tail: Tail): void {
    if (!tail.covers(this.seen)) this.forgetAll();
    for (const event of tail.after(this.seen, Number.MAX_SAFE_INTEGER)) {
      if (!event.stream.startsWith('$')) continue;
      if (event.stream === SETTINGS_STREAM) this.forgetAll();
      const described = describedStreamOf(event.stream);
      if (described === undefined) continue;
      this.changes += 1;
      this.lists.delete(described);
      this.lookUps.delete(described);
    }
    this.seen = tail.head;
  }

  private forgetAll(): void {
    this.changes += 1;
    this.lists.clear();
    this.lookUps.clear();
    this.defaults = undefined;
  }
}

function holds(caller: Caller, right: Right, stream: string, list: AccessList, defaults: DefaultAccess): boolean {
  const kind = stream.startsWith('$') ? 'systemStreams' : 'userStreams';
  const named = list[right] ?? defaults[kind][right] ?? BUILT_IN[kind];
  return named.some((name) => name === EVERYONE || name === caller.name || caller.groups.includes(name));
}
