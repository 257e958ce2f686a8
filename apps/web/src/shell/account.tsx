import { useDirectory, useSession } from '@mash/web-data-access';
import { useNames } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { signOut } from './sign-out.js';

/** Who is signed in, for which agency, and the two ways to clear the screen. */
export function Account(): ReactNode {
  const { me } = useSession();
  const directory = useDirectory();
  const { shown, toggle } = useNames();
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => { if (event.key === 'h' && event.altKey) { event.preventDefault(); toggle(); } };
    window.addEventListener('keydown', heard);
    return () => window.removeEventListener('keydown', heard);
  }, [toggle]);
  const units = me.units.map((unit) => directory.unit(unit)?.name).filter(Boolean).join(', ');
  return (
    <div className="app-account">
      <p className="app-account__who">
        <strong>{me.name ?? 'Signed in'}</strong>
        <span>{[directory.ready ? directory.organisationName(me.agency) : '', units].filter((part) => part !== '').join(', ')}</span>
      </p>
      <div className="app-account__actions">
        <button type="button" className="app-header__button" aria-pressed={!shown} aria-keyshortcuts="Alt+H" title="Alt and H" onClick={toggle}>
          {shown ? 'Hide names' : 'Names are hidden: show'}
        </button>
        <button type="button" className="app-header__button" onClick={() => void signOut()}>Sign out</button>
      </div>
    </div>
  );
}
