import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Values } from './answers.js';

export interface Drafts {
  read(key: string): Values | undefined;
  keep(key: string, values: Values): void;
  drop(key: string): void;
}

const DraftsContext = createContext<Drafts>({ read: () => undefined, keep: () => undefined, drop: () => undefined });

/** The forms that are half filled in. */
export const useDrafts = (): Drafts => useContext(DraftsContext);

/**
 * Keeps half-filled forms while somebody moves about in the service. In memory only: what is typed here is about
 * people, and a browser's storage outlives the person who sat at it. Leaving the service warns.
 */
export function DraftsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const kept = useRef(new Map<string, Values>());
  const [unsent, setUnsent] = useState(false);
  const drafts = useMemo<Drafts>(() => ({
    read: (key) => kept.current.get(key),
    keep: (key, values) => { kept.current.set(key, values); setUnsent(true); },
    drop: (key) => { kept.current.delete(key); setUnsent(kept.current.size > 0); },
  }), []);
  useEffect(() => {
    if (!unsent) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsent]);
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}
