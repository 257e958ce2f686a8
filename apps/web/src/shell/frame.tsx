import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface FrameProps {
  readonly account?: ReactNode;
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
}

/** What stands around every page. */
export const Frame = ({ account, navigation, children }: FrameProps): ReactNode => (
  <>
    <a href="#main-content" className="govuk-skip-link">Skip to main content</a>
    <header className="app-header">
      <div className="govuk-width-container app-header__row">
        <Link className="app-header__service" to="/">Safeguarding hub</Link>
        {account}
      </div>
    </header>
    {navigation}
    <div className="govuk-width-container app-content">{children}</div>
    <footer className="app-footer">
      <div className="govuk-width-container">
        <p className="govuk-body-s">If somebody is in danger now, call 999. Everything you read in this service is recorded.</p>
      </div>
    </footer>
  </>
);
