import type { TypedDocumentNode } from '@apollo/client';
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useChanges } from './changes.js';
import type { Arrangement, Organisation, Practitioner, Unit } from './directory.operations.js';
import { ARRANGEMENTS, ORGANISATIONS, PRACTITIONERS } from './directory.operations.js';
import { failureFrom } from './failure.js';
import { read } from './use-read.js';

/** Who works where, for names beside ids. Nothing in it is about the people of a case. */
export interface Directory {
  readonly ready: boolean;
  readonly organisations: readonly Organisation[];
  readonly practitioners: readonly Practitioner[];
  readonly arrangements: readonly Arrangement[];
  organisation(id: string | null): Organisation | undefined;
  unit(id: string | null): Unit | undefined;
  organisationName(id: string | null): string;
  /** Organisation and unit. */
  partyName(party: { readonly organisation: string; readonly unit: string | null }): string;
  practitionerName(id: string | null): string;
  colleaguesIn(units: readonly string[], now: string): readonly Practitioner[];
}

interface Loaded { readonly organisations: readonly Organisation[]; readonly practitioners: readonly Practitioner[]; readonly arrangements: readonly Arrangement[] }

const most = 50;

/** Every page of a list. */
async function all<K extends string, T>(document: TypedDocumentNode<Readonly<Record<K, { readonly items: readonly T[]; readonly next: string | null }>>, { readonly after: string | null }>, field: K): Promise<readonly T[]> {
  const items: T[] = [];
  let after: string | null = null;
  for (let page = 0; page < most; page += 1) {
    const answer: Readonly<Record<K, { readonly items: readonly T[]; readonly next: string | null }>> = await read(document, { after });
    items.push(...answer[field].items);
    after = answer[field].next;
    if (after === null) break;
  }
  return items;
}

const load = async (): Promise<Loaded> => {
  const [organisations, practitioners, arrangements] = await Promise.all([
    all(ORGANISATIONS, 'organisations'), all(PRACTITIONERS, 'practitioners'), all(ARRANGEMENTS, 'arrangements'),
  ]);
  return { organisations, practitioners, arrangements };
};

const nothing: Loaded = { organisations: [], practitioners: [], arrangements: [] };

const asDirectory = (loaded: Loaded | null): Directory => {
  const { organisations, practitioners, arrangements } = loaded ?? nothing;
  const byId = new Map(organisations.map((each) => [each.id, each]));
  const units = new Map(organisations.flatMap((each) => each.units.map((unit) => [unit.unitId, unit] as const)));
  const people = new Map(practitioners.map((each) => [each.id, each]));
  const organisationName = (id: string | null): string => byId.get(id ?? '')?.name ?? 'An organisation not in the directory';
  return {
    ready: loaded !== null, organisations, practitioners, arrangements, organisationName,
    organisation: (id) => byId.get(id ?? ''),
    unit: (id) => units.get(id ?? ''),
    partyName: ({ organisation, unit }) => [organisationName(organisation), units.get(unit ?? '')?.name].filter(Boolean).join(', '),
    practitionerName: (id) => (id === null ? 'Nobody' : people.get(id)?.name ?? 'Somebody not in the directory'),
    colleaguesIn: (wanted, now) => practitioners.filter(({ posts }) => posts.some((post) => wanted.includes(post.unitId) && post.from <= now && (post.to === null || now < post.to))),
  };
};

const DirectoryContext = createContext<Directory>(asDirectory(null));

/** The directory. */
export const useDirectory = (): Directory => useContext(DirectoryContext);

const views = ['organisation', 'practitioner', 'arrangement'] as const;

/** Reads the directory once, and again when it changes. */
export function DirectoryProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const again = useCallback(() => { load().then(setLoaded, failureFrom); }, []);
  useEffect(again, [again]);
  useChanges(views, again);
  const directory = useMemo(() => asDirectory(loaded), [loaded]);
  return <DirectoryContext value={directory}>{children}</DirectoryContext>;
}
