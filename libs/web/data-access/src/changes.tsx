import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useRef } from 'react';
import { createClient } from 'graphql-ws';

type Listener = (view: string) => void;
interface Changes { listen(listener: Listener): () => void }

const ChangesContext = createContext<Changes>({ listen: () => () => undefined });

const QUERY = 'subscription Changes { changes { view key } }';
const socketAddress = (): string => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/graphql`;

/** One socket for the whole page. It carries ids only; what changed is asked for again, under the rules of now. */
export function ChangesProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const listeners = useRef(new Set<Listener>());
  useEffect(() => {
    const client = createClient({ url: socketAddress(), retryAttempts: 1_000, shouldRetry: () => true });
    const stop = client.subscribe<{ changes: { view: string } }>({ query: QUERY }, {
      next: ({ data }) => { if (data) for (const listener of listeners.current) listener(data.changes.view); },
      error: () => undefined,
      complete: () => undefined,
    });
    return () => { stop(); void client.dispose(); };
  }, []);
  const changes = useMemo<Changes>(() => ({
    listen: (listener) => { listeners.current.add(listener); return () => listeners.current.delete(listener); },
  }), []);
  return <ChangesContext value={changes}>{children}</ChangesContext>;
}

const gather = 300;

/** Calls back, once for a burst, when one of these views changed. */
export function useChanges(views: readonly string[], changed: () => void): void {
  const { listen } = useContext(ChangesContext);
  const wanted = views.join(' ');
  useEffect(() => {
    if (wanted === '') return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((view) => {
      if (!wanted.split(' ').includes(view)) return;
      clearTimeout(timer);
      timer = setTimeout(changed, gather);
    });
    return () => { clearTimeout(timer); stop(); };
  }, [listen, wanted, changed]);
}
