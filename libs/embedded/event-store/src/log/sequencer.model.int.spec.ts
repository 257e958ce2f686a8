import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';

import { windowOf } from '../rpc/stream-window.js';
import { EventReader } from '../storage/event-reader.js';
import { openReaderPool } from '../storage/reader-pool.js';
import { migrate } from '../storage/schema.js';
import type { PureAppend, PureOutcome } from '../testing/pure-log.js';
import { PureLog } from '../testing/pure-log.js';
import type { ThrowawayLog } from '../testing/throwaway-log.js';
import { createThrowawayLog } from '../testing/throwaway-log.js';
import type { AppendIntent, AppendOutcome } from './append-request.js';
import type { ExpectedRevision } from './expected-revision.js';
import type { RecordedEvent } from './recorded-event.js';
import { isSoftDeleted } from './stream-metadata.js';
import { Sequencer } from './sequencer.js';

/** About how many commands to try; a longer run names its own number and, to repeat one, its seed. */
const COMMANDS = Number(process.env['MASH_MODEL_COMMANDS'] ?? 4_000);
const SEED = Number(process.env['MASH_MODEL_SEED'] ?? Date.now() % 1_000_000_000);
const COMMANDS_A_RUN = 40;
const STREAMS = ['a', 'b', '$$a', '$$b'] as const;

/** What fast-check chooses. What it comes to is settled when its turn comes, by what the model then holds. */
interface Choice {
  readonly intent: AppendIntent;
  readonly stream: (typeof STREAMS)[number];
  readonly expected: ExpectedRevision['kind'];
  /** Added to the stream's last revision where an exact one is expected. */
  readonly offset: number;
  /** New events, events again that stand at the expected place, some of both, or an event from anywhere. */
  readonly ids: 'new' | 'again' | 'mixed' | 'elsewhere';
  readonly count: number;
  readonly truncateBefore: number | undefined;
}
type Step = { readonly kind: 'together'; readonly choices: readonly Choice[] } | { readonly kind: 'restart' };

const choice: fc.Arbitrary<Choice> = fc.record({
  intent: fc.oneof({ weight: 14, arbitrary: fc.constant('append' as const) }, { weight: 3, arbitrary: fc.constant('soft-delete' as const) }, { weight: 1, arbitrary: fc.constant('tombstone' as const) }),
  stream: fc.constantFrom('a', 'a', 'a', 'b', 'b', '$$a', '$$b'),
  expected: fc.constantFrom('any', 'revision', 'revision', 'no-stream', 'stream-exists'),
  offset: fc.constantFrom(0, 0, 0, -1, -2, -3, 1),
  ids: fc.constantFrom('new', 'new', 'new', 'again', 'again', 'mixed', 'elsewhere'),
  count: fc.integer({ min: 1, max: 4 }),
  truncateBefore: fc.option(fc.nat({ max: 6 }), { nil: undefined }),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 24, arbitrary: fc.record({ kind: fc.constant('together' as const), choices: fc.array(choice, { minLength: 1, maxLength: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
);

describe('the sequencer', () => {
  let log: ThrowawayLog;
  let pool: pg.Pool;
  let reader: EventReader;

  beforeAll(async () => {
    log = await createThrowawayLog();
    await migrate(log.ownerUrl);
    pool = openReaderPool(log.url);
    reader = new EventReader(pool);
  });
  afterAll(async () => {
    await pool.end();
    await log.drop();
  });

  const open = (): Promise<Sequencer> =>
    Sequencer.open({
      url: log.url, reader, manners: false, waitForLockMs: 5_000, newId: randomUUID, now: () => Date.now(), log: () => undefined, onTakenOver: () => undefined,
    });

  /** One history: the same commands for the real thing and for the model, and what both hold in the end. */
  class History {
    readonly model = new PureLog();
    private readonly mark = randomUUID().slice(0, 8);
    private readonly fresh: string[] = [];

    constructor(private sequencer: Sequencer) {}

    static async play(steps: readonly Step[]): Promise<number> {
      const history = new History(await open());
      try {
        let commands = 0;
        for (const taken of steps) commands += await history.take(taken);
        await history.compareStreams();
        return commands;
      } finally {
        await history.sequencer.stop();
      }
    }

    private async take(taken: Step): Promise<number> {
      if (taken.kind === 'restart') {
        await this.sequencer.stop();
        this.sequencer = await open();
        this.model.restart();
        return 1;
      }
      const from = this.sequencer.tail.head;
      const pairs = taken.choices.map((chosen) => {
        const append = this.settle(chosen);
        return { append, must: this.model.append(append), did: this.submit(append) };
      });
      for (const { append, must, did } of pairs) expect({ append, outcome: seen(await did) }).toEqual({ append, outcome: wanted(must) });
      const published = this.sequencer.tail.after(from, Infinity).map((event) => event.wire);
      expect(published).toEqual((await reader.allAfter(from, 10_000)).map((event) => event.wire));
      return taken.choices.length;
    }

    private settle({ intent, stream: letter, expected: kind, offset, ids: which, count, truncateBefore }: Choice): PureAppend {
      const stream = letter.startsWith('$$') ? `$$${letter.slice(2)}-${this.mark}` : `${letter}-${this.mark}`;
      const held = this.model.idsOf(stream);
      const revision = Math.max(0, held.length - 1 + offset);
      const expected: ExpectedRevision = kind === 'revision' ? { kind, revision } : { kind };
      const first = kind === 'revision' ? revision + 1 : kind === 'no-stream' ? 0 : Math.max(0, held.length - count);
      const standing = held.slice(first, first + count).filter((id) => id !== PureLog.OWN);
      const made = Array.from({ length: count }, () => this.newId());
      const elsewhere = this.fresh.at(-(count + 7)) ?? this.newId();
      const ids = { new: made, again: standing, mixed: [...standing.slice(0, 1), ...made], elsewhere: [elsewhere] }[which];
      const document = JSON.stringify(truncateBefore === undefined ? {} : { $tb: truncateBefore });
      return { intent, stream, expected, ids: intent !== 'append' ? [] : ids.length > 0 ? ids : made, ...(stream.startsWith('$$') ? { document } : {}) };
    }

    private newId(): string {
      const id = randomUUID();
      this.fresh.push(id);
      return id;
    }

    private submit({ intent, stream, expected, ids, document }: PureAppend): Promise<AppendOutcome> {
      const data = Buffer.from(document ?? '{}');
      const events = ids.map((id) => ({ id, type: stream.startsWith('$$') ? '$metadata' : 'ConcernReceived', isJson: true, data, metadata: Buffer.alloc(0) }));
      return this.sequencer.append({ intent, stream, expected, events }, 60_000);
    }

    private async compareStreams(): Promise<void> {
      for (const stream of this.model.names()) {
        const expected = this.model.idsOf(stream);
        const stored = (await storedIn(stream)).filter((event) => event.revision < Number.MAX_SAFE_INTEGER);
        expect(stored.map(({ id }, index) => (expected[index] === PureLog.OWN ? PureLog.OWN : id))).toEqual(expected);
        expect(stored.map(({ revision }) => revision)).toEqual(expected.map((_, revision) => revision));
        const head = await reader.head(stream);
        expect(head.last === Number.MAX_SAFE_INTEGER).toBe(this.model.isTombstoned(stream) || this.model.isDescribedTombstoned(stream));
        if (stream.startsWith('$$') || this.model.isTombstoned(stream)) continue;
        expect(isSoftDeleted(head.metadata)).toBe(this.model.isSoftDeleted(stream));
        const { firstRevision } = windowOf(stream, head, Date.now());
        expect(stored.map(({ revision }) => revision).filter((revision) => revision >= firstRevision)).toEqual(this.model.visible(stream));
      }
    }
  }

  async function storedIn(stream: string): Promise<readonly RecordedEvent[]> {
    const all: RecordedEvent[] = [];
    for (let from = 0; ; ) {
      const page = await reader.streamForwards(stream, from, 100);
      const last = page.at(-1);
      if (last === undefined) return all;
      all.push(...page);
      from = last.revision + 1;
    }
  }

  it('answers and stores as the plain model of the rules does, whatever is appended, deleted, repeated or restarted', async () => {
    let commands = 0;
    const runs = Math.ceil(COMMANDS / COMMANDS_A_RUN);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16, size: 'max' }), async (steps) => {
        commands += await History.play(steps);
      }),
      { numRuns: runs, seed: SEED },
    );
    process.stdout.write(`model: ${commands} commands in ${runs} histories, seed ${SEED}\n`);
    expect(commands).toBeGreaterThan(COMMANDS / 3);
  }, Math.max(60_000, COMMANDS * 30));
});

function seen(outcome: AppendOutcome): object {
  return outcome.kind === 'appended' ? { kind: outcome.kind, revision: outcome.revision } : outcome;
}

function wanted(outcome: PureOutcome): object {
  return outcome.kind === 'appended' ? { kind: outcome.kind, revision: outcome.revision } : outcome;
}
