import type { ReactNode } from 'react';
import { createContext, useContext, useMemo, useRef, useState } from 'react';

/** As much of who somebody is as a page may have. */
export interface Identified {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}

interface Names {
  readonly shown: boolean;
  toggle(): void;
  /** What a person is called while names are hidden: the same letter all through the visit. */
  standIn(id: string): string;
}

const NamesContext = createContext<Names>({ shown: true, toggle: () => undefined, standIn: () => 'Somebody' });
export const useNames = (): Names => useContext(NamesContext);

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Lets names be switched off, for screens that others can glimpse. Nothing of it is stored. */
export function NamesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState(true);
  const order = useRef<string[]>([]);
  const names = useMemo<Names>(() => ({
    shown,
    toggle: () => setShown((now) => !now),
    standIn: (id) => {
      if (!order.current.includes(id)) order.current.push(id);
      const place = order.current.indexOf(id);
      return `Person ${letters[place] ?? String(place + 1)}`;
    },
  }), [shown]);
  return <NamesContext value={names}>{children}</NamesContext>;
}

/** A full name in words; what is not known is said. */
export const fullName = (of: Identified | null | undefined): string =>
  [of?.givenName, of?.familyName].filter((part) => part !== null && part !== undefined && part !== '').join(' ') || 'Name not known';

/** How to call people, as names are shown or hidden just now. */
export function useNameOf(): (id: string, of: Identified | null | undefined) => string {
  const { shown, standIn } = useNames();
  return (id, of) => (shown ? fullName(of) : standIn(id));
}

/** A person's name, unless names are hidden. */
export function Name({ id, of }: { readonly id: string; readonly of: Identified | null | undefined }): ReactNode {
  return useNameOf()(id, of);
}

/** Something else that would tell who somebody is: hidden with the names. */
export function Private({ children }: { readonly children: ReactNode }): ReactNode {
  return useNames().shown ? children : <span className="app-hidden">Hidden</span>;
}
