import type { ReactNode } from 'react';
import { useAnswers, useForm } from '../form/form-context.js';
import { Button } from '../page/button.js';

interface WhenProps {
  readonly field: string;
  readonly is: readonly string[];
  readonly children: ReactNode;
}

/** Questions that are asked only after certain answers. */
export function When({ field, is, children }: WhenProps): ReactNode {
  const answers = useAnswers();
  const met = is.includes(answers.text(field)) || answers.list(field).some((each) => is.includes(each));
  return met ? <div className="app-when">{children}</div> : null;
}

interface RepeatProps {
  readonly name: string;
  readonly title: (place: number) => string;
  readonly add: string;
  readonly children: (prefix: string, place: number) => ReactNode;
}

/** A group of questions that is asked for each of several things. The form's initial values hold its first part. */
export function Repeat({ name, title, add, children }: RepeatProps): ReactNode {
  const form = useForm();
  const parts = useAnswers().list(name);
  const next = String(Math.max(-1, ...parts.map(Number)) + 1);
  return (
    <>
      {parts.map((part, place) => (
        <section className="app-part" key={part} aria-label={title(place + 1)}>
          <h3 className="govuk-heading-m">{title(place + 1)}</h3>
          {children(`${name}.${part}`, place)}
          {parts.length > 1 && (
            <Button type="button" kind="secondary" onPress={() => form.set({ [name]: parts.filter((each) => each !== part) })}>
              Remove<span className="govuk-visually-hidden"> {title(place + 1)}</span>
            </Button>
          )}
        </section>
      ))}
      <Button type="button" kind="secondary" onPress={() => form.set({ [name]: [...parts, next] })}>{add}</Button>
    </>
  );
}
