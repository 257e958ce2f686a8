import { Reading, useCommand, useRead } from '@mash/web-data-access';
import { OwnUnit, PersonRadios, useGoDone, useUnit } from '@mash/web-parts';
import { Form, Inset, Page, Radios, useNameOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { PEOPLE, RELATE_PEOPLE } from './people.operations.js';
import { relationChoices } from './relation-words.js';

/** Says how somebody is related to another person whom the unit knows. */
export function RelatePage(): ReactNode {
  const id = useParams()['id'] ?? '';
  const people = useRead(PEOPLE, { enquiryId: null });
  const nameOf = useNameOf();
  const unit = useUnit();
  const goDone = useGoDone();
  const relate = useCommand(RELATE_PEOPLE);
  return (
    <Reading of={people}>
      {({ people: { items } }) => {
        const others = items.filter((each) => each.id !== id && each.knownAs !== 'MARKER').map((each) => ({ personId: each.id, identification: each.identification }));
        const name = nameOf(id, items.find((each) => each.id === id)?.identification);
        return (
          <Page title="Record a relation" back={{ to: `/people/${id}`, text: 'The person' }}>
            {others.length === 0 ? <Inset>Your unit knows nobody else yet. Find or register the other person first.</Inset> : (
              <Form draft={`relate:${id}`} submit="Record"
                send={(answers) => relate({ unit: unit(answers), personId: id, relation: answers.text('relation'), to: answers.text('to') })}
                onAccepted={() => goDone(`/people/${id}`, 'The relation is recorded.')}>
                <Radios name="relation" label={`${name} is`} required="Choose the relation." choices={relationChoices} />
                <PersonRadios name="to" label="Of whom?" required="Choose the other person." people={others} />
                <OwnUnit name="unit" label="Which of your units records this?" />
              </Form>
            )}
          </Page>
        );
      }}
    </Reading>
  );
}
