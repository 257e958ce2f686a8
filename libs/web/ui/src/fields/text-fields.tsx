import type { ReactNode } from 'react';
import { filledIn, useField } from '../form/form-context.js';
import { Field, describedBy } from './field.js';

export interface TextFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What to say when it is left empty; without it, it may be. */
  readonly required?: string;
  readonly width?: 5 | 10 | 20;
  readonly kind?: 'text' | 'tel';
}

/** One line. */
export function TextField({ name, label, hint, required, width, kind = 'text' }: TextFieldProps): ReactNode {
  const field = useField(name, filledIn(name, required));
  const look = [width === undefined ? '' : ` govuk-input--width-${width}`, field.error === null ? '' : ' govuk-input--error'].join('');
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error}>
      <input className={`govuk-input${look}`} id={field.id} type={kind} value={field.text} spellCheck={false} maxLength={200}
        aria-describedby={describedBy(field.id, hint, field.error)} onChange={(event) => field.set(event.target.value)} />
    </Field>
  );
}

/** The most that the hub takes in one text. */
const longest = 4_000;
const warnFrom = 3_500;

/** Several lines; says how many characters are left when that matters. */
export function TextArea({ name, label, hint, required, rows = 4 }: TextFieldProps & { readonly rows?: number }): ReactNode {
  const field = useField(name, (answers) => {
    const length = answers.text(name).length;
    if (length > longest) return `Shorten this by ${length - longest} characters.`;
    return length === 0 && required !== undefined ? required : null;
  });
  const left = longest - field.text.length;
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error}>
      <textarea className={`govuk-textarea${field.error === null ? '' : ' govuk-textarea--error'}`} id={field.id} rows={rows} value={field.text}
        aria-describedby={describedBy(field.id, hint, field.error)} onChange={(event) => field.set(event.target.value)} />
      {field.text.length > warnFrom && <p className="govuk-hint" role="status">{left >= 0 ? `${left} characters left` : `${-left} characters too many`}</p>}
    </Field>
  );
}
