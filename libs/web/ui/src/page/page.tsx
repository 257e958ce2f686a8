import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from './title.js';

interface PageProps {
  readonly title: string;
  readonly caption?: string;
  readonly back?: { readonly to: string; readonly text: string };
  readonly wide?: boolean;
  readonly children: ReactNode;
}

let visited = false;

/** One page: its title, its heading (which takes the focus after a change of page) and its content. */
export function Page({ title, caption, back, wide = false, children }: PageProps): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    // The first page is read from its top, as the browser does by itself.
    if (visited) { heading.current?.focus(); window.scrollTo(0, 0); }
    visited = true;
  }, []);
  return (
    <>
      {back && <nav aria-label="Back"><Link className="govuk-back-link" to={back.to}>{back.text}</Link></nav>}
      <main className="govuk-main-wrapper" id="main-content">
        <div className="govuk-grid-row">
          <div className={wide ? 'govuk-grid-column-full' : 'govuk-grid-column-two-thirds'}>
            {caption !== undefined && <span className="govuk-caption-l">{caption}</span>}
            <h1 className="govuk-heading-l" tabIndex={-1} ref={heading}>{title}</h1>
            {children}
          </div>
        </div>
      </main>
    </>
  );
}
