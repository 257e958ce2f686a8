import { Injectable, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { StatedPurpose } from '@mash/access-policy';
import type { Actor, Row } from '@mash/kernel';
import type { Page, RowFilter } from '@mash/views';
import { ViewReader } from '@mash/views';
import type { PageArgs } from './paging.js';

/** One row that is about to be shown, and what of it was held back. */
export interface RowShown {
  readonly view: string;
  readonly key: string;
  readonly withheld: readonly { readonly field: string; readonly rule: string }[];
}

/** What one operation reads, gathered while it runs and recorded before it answers: no event, no data. */
export class Reads {
  readonly shown: RowShown[] = [];
  purpose: StatedPurpose = 'FIND_WORK';
  /** How far the views had come when the first of these rows was read. */
  viewsAt: string | null = null;

  note(view: string, key: string, withheld: RowShown['withheld'] = []): void {
    this.shown.push({ view, key, withheld });
  }
}

/** The collector of the operation that is running. */
export const CurrentReads = createParamDecorator((_: unknown, context: ExecutionContext): Reads =>
  GqlExecutionContext.create(context).getContext<{ reads: Reads }>().reads);

/** How long a query waits for the views to reach what a mutation gave it. */
const patience = 5_000;

/**
 * The one way to rows: as the reader, under row-level security, each noted for the record of reads.
 * Views of the directory hold no case data and are not noted.
 */
@Injectable()
export class Rows {
  constructor(private readonly views: ViewReader) {}

  async page<Body>(actor: Actor, reads: Reads, view: string, filter: RowFilter, page: PageArgs): Promise<Page<Body>> {
    await this.wait(page.atLeast ?? null);
    const found = await this.views.list<Body>(actor, view, filter, Math.max(1, page.first), page.after ?? null);
    reads.viewsAt ??= found.viewsAt;
    for (const { key, row } of found.rows) if (row.agency !== null) reads.note(view, key);
    return found;
  }

  /** The first visible row with this secondary key; null when there is none, or none for this reader. */
  async one<Body>(actor: Actor, reads: Reads, view: string, lookup: string, atLeast: string | null = null): Promise<{ key: string; row: Row<Body> } | null> {
    await this.wait(atLeast ?? null);
    const found = await this.views.list<Body>(actor, view, { lookup }, 1, null);
    reads.viewsAt ??= found.viewsAt;
    const [first] = found.rows;
    if (first && first.row.agency !== null) reads.note(view, first.key);
    return first ?? null;
  }

  private async wait(atLeast: string | null): Promise<void> {
    if (atLeast !== null && /^\d{1,20}$/.test(atLeast)) await this.views.reached(BigInt(atLeast), patience);
  }
}
