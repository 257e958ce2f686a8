import type { ReactNode } from 'react';
import type { Check } from '../form/form-context.js';
import { useField, useForm } from '../form/form-context.js';
import { FieldSet } from './field.js';

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: string;
}

const partNames = ['day', 'month', 'year', 'time'] as const;
const labels = { day: 'Day', month: 'Month', year: 'Year', time: 'Time' } as const;
const widths = { day: 2, month: 2, year: 4, time: 5 } as const;

/** Says what is missing, or that there is no such date. */
const checkDate = (name: string, withTime: boolean, required: string | undefined): Check => (answers) => {
  const typed = partNames.filter((part) => answers.text(`${name}.${part}`) !== '');
  if (typed.length === 0) return required ?? null;
  const read = withTime ? answers.moment(name) : answers.day(name);
  if (read !== null) return null;
  return withTime ? 'Enter a real date and a time, for example 27 3 2026 and 14:30.' : 'Enter a real date, for example 27 3 2026.';
};

function DateParts({ name, label, hint, required, withTime }: DateFieldProps & { readonly withTime: boolean }): ReactNode {
  const field = useField(name, checkDate(name, withTime, required));
  const form = useForm();
  const parts = withTime ? partNames : partNames.slice(0, 3);
  const value = (part: string): string => { const held = form.values[`${name}.${part}`]; return typeof held === 'string' ? held : ''; };
  return (
    <FieldSet id={field.id} label={label} hint={hint} error={field.error} role="group">
      <div className="govuk-date-input">
        {parts.map((part) => {
          const id = part === 'day' ? field.id : `${field.id}-${part}`;
          return (
            <div className="govuk-date-input__item" key={part}>
              <label className="govuk-label govuk-date-input__label" htmlFor={id}>{labels[part]}</label>
              <input className={`govuk-input govuk-date-input__input govuk-input--width-${widths[part]}${field.error === null ? '' : ' govuk-input--error'}`}
                id={id} type="text" inputMode={part === 'time' ? 'text' : 'numeric'} value={value(part)} maxLength={5}
                onChange={(event) => form.set({ [`${name}.${part}`]: event.target.value })} />
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

/** A day. */
export const DateField = ({ hint = 'For example, 27 3 2026', ...rest }: DateFieldProps): ReactNode => <DateParts {...rest} hint={hint} withTime={false} />;

/** A day and a time, by the clock in England. */
export const MomentField = ({ hint = 'For example, 27 3 2026 and 14:30', ...rest }: DateFieldProps): ReactNode => <DateParts {...rest} hint={hint} withTime />;
