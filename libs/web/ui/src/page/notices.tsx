import type { ReactNode } from 'react';

/** Something that must not be overlooked. */
export const Warning = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className="govuk-warning-text">
    <span className="govuk-warning-text__icon" aria-hidden="true">!</span>
    <strong className="govuk-warning-text__text"><span className="govuk-visually-hidden">Warning</span> {children}</strong>
  </div>
);

/** Something set apart from the text around it. */
export const Inset = ({ children }: { readonly children: ReactNode }): ReactNode => <div className="govuk-inset-text">{children}</div>;

interface BannerProps {
  readonly title: string;
  readonly good?: boolean;
  readonly id: string;
  readonly children: ReactNode;
}

/** News at the top of a page. */
export const Banner = ({ title, good = false, id, children }: BannerProps): ReactNode => (
  <section className={`govuk-notification-banner${good ? ' govuk-notification-banner--success' : ''}`} aria-labelledby={id} role={good ? 'status' : 'region'}>
    <div className="govuk-notification-banner__header"><h2 className="govuk-notification-banner__title" id={id}>{title}</h2></div>
    <div className="govuk-notification-banner__content">{children}</div>
  </section>
);

/** More for who wants it. */
export const More = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode => (
  <details className="govuk-details">
    <summary className="govuk-details__summary"><span className="govuk-details__summary-text">{title}</span></summary>
    <div className="govuk-details__text">{children}</div>
  </details>
);
