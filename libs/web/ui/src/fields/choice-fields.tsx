import type { ReactNode } from 'react';
import { filledIn, useField } from '../form/form-context.js';
import { Field, FieldSet, describedBy } from './field.js';

/** One thing that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** The choices of a code list of the law, in its own order and words. */
export const choicesOf = (list: Readonly<Record<string, { readonly label: string; readonly says?: string }>>, only?: readonly string[]): readonly Choice[] =>
  Object.entries(list).filter(([code]) => only?.includes(code) ?? true)
    .map(([value, { label, says }]) => (says === undefined ? { value, label } : { value, label, hint: says }));

export const yesNo: readonly Choice[] = [{ value: 'YES', label: 'Yes' }, { value: 'NO', label: 'No' }];

interface ChoiceFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: string;
  readonly choices: readonly Choice[];
}

/** One of a few. */
export function Radios({ name, label, hint, required, choices, inline = false, then }: ChoiceFieldProps & { readonly inline?: boolean; readonly then?: (value: string) => void }): ReactNode {
  const field = useField(name, filledIn(name, required));
  return (
    <FieldSet id={field.id} label={label} hint={hint} error={field.error}>
      <div className={`govuk-radios${inline ? ' govuk-radios--inline' : ''}`}>
        {choices.map((choice, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`;
          return (
            <div className="govuk-radios__item" key={choice.value}>
              <input className="govuk-radios__input" type="radio" id={id} name={field.id} value={choice.value} checked={field.text === choice.value}
                aria-describedby={choice.hint === undefined ? undefined : `${id}-item-hint`} onChange={() => { field.set(choice.value); then?.(choice.value); }} />
              <label className="govuk-label govuk-radios__label" htmlFor={id}>{choice.label}</label>
              {choice.hint !== undefined && <div className="govuk-hint govuk-radios__hint" id={`${id}-item-hint`}>{choice.hint}</div>}
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

/** Any number of several. */
export function Checkboxes({ name, label, hint, required, choices, then }: ChoiceFieldProps & { readonly then?: (values: readonly string[]) => void }): ReactNode {
  const field = useField(name, filledIn(name, required));
  const turn = (value: string, on: boolean): void => {
    const next = on ? [...field.list, value] : field.list.filter((each) => each !== value);
    field.set(next);
    then?.(next);
  };
  return (
    <FieldSet id={field.id} label={label} hint={hint} error={field.error}>
      <div className="govuk-checkboxes">
        {choices.map((choice, index) => {
          const id = index === 0 ? field.id : `${field.id}-${index}`;
          return (
            <div className="govuk-checkboxes__item" key={choice.value}>
              <input className="govuk-checkboxes__input" type="checkbox" id={id} checked={field.list.includes(choice.value)}
                aria-describedby={choice.hint === undefined ? undefined : `${id}-item-hint`} onChange={(event) => turn(choice.value, event.target.checked)} />
              <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>{choice.label}</label>
              {choice.hint !== undefined && <div className="govuk-hint govuk-checkboxes__hint" id={`${id}-item-hint`}>{choice.hint}</div>}
            </div>
          );
        })}
      </div>
    </FieldSet>
  );
}

/** One of many. */
export function Select({ name, label, hint, required, choices, empty = 'Choose' }: ChoiceFieldProps & { readonly empty?: string }): ReactNode {
  const field = useField(name, filledIn(name, required));
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error}>
      <select className={`govuk-select app-select${field.error === null ? '' : ' govuk-select--error'}`} id={field.id} value={field.text}
        aria-describedby={describedBy(field.id, hint, field.error)} onChange={(event) => field.set(event.target.value)}>
        <option value="">{empty}</option>
        {choices.map(({ value, label: words }) => <option key={value} value={value}>{words}</option>)}
      </select>
    </Field>
  );
}
