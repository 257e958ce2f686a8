import type { PractitionerKey, Sight, Story } from '@mash/town';

/** What somebody sees, reduced to what two very different paths must agree on: which records, and what of them is held back. */
export interface WhatIsSeen {
  readonly enquiries: readonly string[];
  readonly requests: readonly string[];
  readonly work: readonly string[];
  readonly disclosures: readonly string[];
}

interface Shown { readonly id: string; readonly items: readonly { readonly itemId: string; readonly statement: string | null; readonly withheld: { readonly rule: string } | null }[] }

/** As the hub shows it: asked over GraphQL by the person. What their post does not permit at all is nothing. */
export async function asShown(story: Story, key: PractitionerKey): Promise<WhatIsSeen> {
  const person = await story.as(key);
  const list = async <T>(query: string, field: string): Promise<readonly T[]> =>
    (await person.ask<Record<string, { items: readonly T[] }>>(`{ ${query} }`)).data?.[field]?.items ?? [];
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id).sort();
  return {
    enquiries: ids(await list('enquiries(first: 100) { items { id } }', 'enquiries')),
    requests: ids(await list('requests(first: 100) { items { id } }', 'requests')),
    work: (await list<{ kind: string }>('work(first: 100) { items { kind } }', 'work')).map(({ kind }) => kind).sort(),
    disclosures: (await list<Shown>('disclosures(first: 100, purpose: PROTECT_CHILD) { items { id items { itemId statement withheld { rule } } } }', 'disclosures'))
      .map(({ id, items }) => `${id} ${items.map((item) => item.withheld?.rule ?? (item.statement === null ? 'gone' : 'shown')).join()}`).sort(),
  };
}

/** As the auditor's replay says it was at that moment. */
export function asReplayed(rows: readonly Sight[]): WhatIsSeen {
  const of = (view: string): readonly Sight[] => rows.filter((row) => row.view === view);
  const id = (row: Sight): string => row.key.split('/')[0] ?? '';
  return {
    enquiries: of('enquiry').map(id).sort(),
    requests: of('request').map(id).sort(),
    work: of('work').map((row) => String(row.body?.['kind'] ?? 'held back')).sort(),
    disclosures: of('disclosure').map((row) => `${id(row)} ${itemsOf(row).map((item) => item.withheld?.rule ?? (item.statement === null ? 'gone' : 'shown')).join()}`).sort(),
  };
}

/** The same without what a reader has no mandate for: the records and how many tasks, not what they say. */
export const withoutContent = ({ work, disclosures, ...rest }: WhatIsSeen) => ({
  ...rest, tasks: work.length, disclosures: disclosures.map((each) => each.split(' ')[0]),
});

const itemsOf = (row: Sight): Shown['items'] => (row.body?.['items'] ?? []) as unknown as Shown['items'];
