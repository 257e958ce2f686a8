import { Injectable } from '@nestjs/common';
import type { SharingPurposeCode } from '@mash/law';
import { actorFrom } from '@mash/directory';
import type { PractitionerBody } from '@mash/directory';
import { Journal } from '@mash/event-log';
import type { Actor, AnyView, EventId, Instant, OrganisationId, PractitionerId } from '@mash/kernel';
import { opened, replayViews, visibleTo } from '@mash/replay';
import type { Narrowing, Seen, WithheldField } from '@mash/replay';
import { Keys } from '../service/keys.js';
import { Prefixes } from './prefix.js';
import type { Moment } from './prefix.js';

/** The views that are replayed, and what each query takes from a row for its reader. */
export abstract class ReplayedViews {
  abstract readonly views: readonly AnyView[];
  abstract readonly narrowings: Readonly<Record<string, Narrowing>>;
}

/** Whose eyes, when, and for which purpose they would have read. */
export interface Looked extends Moment {
  readonly practitionerId: PractitionerId;
  readonly readingFor: SharingPurposeCode | null;
  /** Only these views; null for all. */
  readonly views: readonly string[] | null;
}

/** A row that somebody could see. Of agencies that gave no mandate only that it was there. */
export interface SightedRow {
  readonly view: string;
  readonly key: string;
  readonly agency: OrganisationId | null;
  readonly status: string | null;
  readonly withheld: readonly WithheldField[];
  readonly body: unknown;
}

export interface Sight {
  readonly actor: Actor;
  readonly now: Instant;
  readonly through: EventId | null;
  readonly rows: readonly SightedRow[];
}

/** Replays what somebody could see, with the keys of the agencies that gave a mandate. */
@Injectable()
export class Sights {
  constructor(
    private readonly journal: Journal, private readonly keys: Keys, private readonly prefixes: Prefixes, private readonly replayed: ReplayedViews,
  ) {}

  /** Null when there was no such moment or person, or nobody gave a mandate. */
  async of(looked: Looked, mandatedBy: readonly OrganisationId[]): Promise<Sight | null> {
    const prefix = mandatedBy.length === 0 ? null : await this.prefixes.of(looked);
    if (prefix === null) return null;
    const views = this.replayed.views.filter(({ name }) => name === 'practitioner' || looked.views === null || looked.views.includes(name));
    const { maps, last, complete } = await replayViews(opened(this.journal.log.readAll(), this.keys.of(mandatedBy)), views, prefix.through);
    const body = maps.get('practitioner')?.get(looked.practitionerId)?.body as PractitionerBody | undefined;
    if (!body || !complete) return null;
    const actor = actorFrom(body, prefix.now);
    const rows = visibleTo(maps, { actor, now: prefix.now, purpose: looked.readingFor }, this.replayed.narrowings)
      .filter(({ view }) => looked.views === null || looked.views.includes(view));
    return { actor, now: prefix.now, through: last?.id ?? null, rows: rows.map((seen) => underMandate(seen, mandatedBy)) };
  }
}

const outsideMandate: readonly WithheldField[] = [{ field: '*', rule: '11.R18' }];

/** The directory is open to every auditor, names sealed; everything else opens for the agencies that gave a mandate. */
function underMandate({ view, key, row, withheld }: Seen, mandatedBy: readonly OrganisationId[]): SightedRow {
  const { agency } = row;
  return agency === null || mandatedBy.includes(agency)
    ? { view, key, agency, status: row.status, withheld, body: row.body }
    : { view, key, agency, status: null, withheld: outsideMandate, body: null };
}
