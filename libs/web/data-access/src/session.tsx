import { Waiting } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useState } from 'react';
import { failureFrom, whenNotSignedIn } from './failure.js';
import type { Failure } from './failure.js';
import { FailurePage } from './reading.js';
import type { Me } from './session.operations.js';
import { ME } from './session.operations.js';
import { read } from './use-read.js';

interface Session {
  readonly me: Me;
  /** The sign-in has ended while the page was open. */
  readonly ended: boolean;
}

const SessionContext = createContext<Session | null>(null);

/** Who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('A page that needs somebody signed in stands outside the session.');
  return session;
}

/** Whether the post allows this kind of thing at all; the hub decides again, about the very record. */
export const useMay = (permission: string): boolean => useSession().me.permissions.includes(permission);

type State = { readonly kind: 'asking' } | { readonly kind: 'nobody' } | { readonly kind: 'failed'; readonly failure: Failure } | { readonly kind: 'somebody'; readonly me: Me; readonly ended: boolean };

/**
 * Asks who is signed in. When the sign-in ends in the middle of work the page stays, with all that was typed;
 * when somebody else signs in meanwhile, the page begins afresh.
 */
export function SessionProvider({ children, signedOut }: { readonly children: ReactNode; readonly signedOut: ReactNode }): ReactNode {
  const [state, setState] = useState<State>({ kind: 'asking' });
  const ask = useCallback(() => {
    read(ME, {}).then(
      ({ me }) => setState((now) => {
        if (now.kind === 'somebody' && now.me.practitionerId !== me.practitionerId) window.location.assign('/');
        return { kind: 'somebody', me, ended: false };
      }),
      (error: unknown) => {
        const failure = failureFrom(error);
        setState((now) => {
          if (now.kind === 'somebody') return { ...now, ended: now.ended || failure.code === 'NOT_SIGNED_IN' };
          return failure.code === 'NOT_SIGNED_IN' ? { kind: 'nobody' } : { kind: 'failed', failure };
        });
      },
    );
  }, []);
  const ended = state.kind === 'somebody' && state.ended;
  useEffect(ask, [ask]);
  useEffect(() => whenNotSignedIn(() => setState((now) => (now.kind === 'somebody' ? { ...now, ended: true } : now))), []);
  useEffect(() => {
    if (!ended) return undefined;
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  }, [ended, ask]);
  switch (state.kind) {
    case 'asking': return <Waiting />;
    case 'nobody': return signedOut;
    case 'failed': return <FailurePage failure={state.failure} again={ask} />;
    case 'somebody': return <SessionContext value={{ me: state.me, ended: state.ended }}>{children}</SessionContext>;
  }
}
