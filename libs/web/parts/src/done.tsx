import { Banner } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Goes to a page that says what was just done. */
export function useGoDone(): (to: string, done: string) => void {
  const navigate = useNavigate();
  return (to, done) => { void navigate(to, { state: { done } }); };
}

/** Says what was just done. */
export function DoneBanner(): ReactNode {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('done' in state) || typeof state.done !== 'string') return null;
  return <Banner good title="Done" id="done"><p className="govuk-notification-banner__heading">{state.done}</p></Banner>;
}
