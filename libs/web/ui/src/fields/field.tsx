import type { ReactNode } from 'react';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | null;
  readonly children: ReactNode;
}

/** The ids of what describes a control. */
export const describedBy = (id: string, hint: string | undefined, error: string | null): string | undefined =>
  [hint === undefined ? '' : `${id}-hint`, error === null ? '' : `${id}-error`].filter((part) => part !== '').join(' ') || undefined;

export const FieldHint = ({ id, hint }: { readonly id: string; readonly hint: string | undefined }): ReactNode =>
  (hint === undefined ? null : <div className="govuk-hint" id={`${id}-hint`}>{hint}</div>);

export const FieldError = ({ id, error }: { readonly id: string; readonly error: string | null }): ReactNode =>
  (error === null ? null : <p className="govuk-error-message" id={`${id}-error`}><span className="govuk-visually-hidden">Error:</span> {error}</p>);

const group = (error: string | null): string => `govuk-form-group${error === null ? '' : ' govuk-form-group--error'}`;

/** A label, a hint, what is wrong, and one control. */
export const Field = ({ id, label, hint, error, children }: FieldProps): ReactNode => (
  <div className={group(error)}>
    <label className="govuk-label govuk-label--s" htmlFor={id}>{label}</label>
    <FieldHint id={id} hint={hint} />
    <FieldError id={id} error={error} />
    {children}
  </div>
);

/** The same for several controls under one legend. */
export const FieldSet = ({ id, label, hint, error, children, role }: FieldProps & { readonly role?: 'group' }): ReactNode => (
  <div className={group(error)}>
    <fieldset className="govuk-fieldset" aria-describedby={describedBy(id, hint, error)} role={role}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </fieldset>
  </div>
);
