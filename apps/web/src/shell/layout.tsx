import { useMay, useSession } from '@mash/web-data-access';
import { Banner } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { Account } from './account.js';
import { Frame } from './frame.js';

interface Place { readonly to: string; readonly text: string; readonly permission: string }

const places: readonly Place[] = [
  { to: '/', text: 'My work', permission: 'work:read' },
  { to: '/people', text: 'Find a person', permission: 'person:search' },
  { to: '/enquiries', text: 'Enquiries', permission: 'enquiry:work' },
  { to: '/concerns/new', text: 'Send a concern', permission: 'concern:send' },
  { to: '/sent-and-received', text: 'Sent and received', permission: 'disclosure:read' },
  { to: '/replay', text: 'Audit', permission: 'audit:replay' },
  { to: '/mandates', text: 'Audit mandates', permission: 'mandate:give' },
  { to: '/directory', text: 'Directory', permission: 'directory:read' },
];

function PlaceLink({ place }: { readonly place: Place }): ReactNode {
  const may = useMay(place.permission);
  if (!may) return null;
  return (
    <li className="govuk-service-navigation__item app-nav__item">
      <NavLink className="govuk-service-navigation__link" to={place.to} end={place.to === '/'}>{place.text}</NavLink>
    </li>
  );
}

const Navigation = (): ReactNode => (
  <div className="govuk-service-navigation">
    <div className="govuk-width-container">
      <nav aria-label="Service">
        <ul className="govuk-service-navigation__list app-nav">{places.map((place) => <PlaceLink key={place.to} place={place} />)}</ul>
      </nav>
    </div>
  </div>
);

/** The frame for somebody who is signed in. When the sign-in ends, what was typed stays. */
export function Layout({ children }: { readonly children: ReactNode }): ReactNode {
  const { ended } = useSession();
  return (
    <Frame account={<Account />} navigation={<Navigation />}>
      {ended && (
        <Banner title="You are signed out" id="signed-out">
          <p className="govuk-notification-banner__heading">
            What you typed is still here. <a className="govuk-notification-banner__link" href="/auth/sign-in?return=/signed-in" target="_blank" rel="opener">Sign in again in a new tab</a>, then come back and go on.
          </p>
        </Banner>
      )}
      {children}
    </Frame>
  );
}
