import { ITEM_NATURES, RESTRICTIONS } from '@mash/law';
import { useDirectory } from '@mash/web-data-access';
import type { Answers, Choice } from '@mash/web-ui';
import { Checkboxes, DateField, MomentField, Radios, TextArea, TextField, When, choicesOf, useAnswers, yesNo } from '@mash/web-ui';
import type { ReactNode } from 'react';
import type { Identification } from './identification.js';
import { PeopleCheckboxes } from './pickers.js';

/** Somebody of a record, and what they are in it. */
export interface PersonOfRecord {
  readonly personId: string;
  readonly capacity: string;
  readonly identification: Partial<Identification> | null;
}

const restrictionChoices: readonly Choice[] = Object.entries(RESTRICTIONS)
  .filter(([code]) => !['ROLE_OR_TEAM', 'ANONYMISED', 'PSEUDONYMISED'].includes(code))
  .map(([value, { label, says }]) => ({ value, label, hint: says }));

const aboutPeople = ['NOT_TO_SERVICE_USER', 'NOT_TO_NAMED_PERSON', 'PROTECT_IDENTITY'] as const;

interface Fields { readonly prefix: string; readonly people: readonly PersonOfRecord[] }

function NamedRecipients({ prefix, of }: { readonly prefix: string; readonly of: string }): ReactNode {
  const organisation = useAnswers().optional(of);
  const choices = useDirectory().practitioners.filter((each) => organisation === null || each.organisationId === organisation)
    .map((each): Choice => ({ value: each.id, label: each.name ?? 'Name not known' }));
  return <Checkboxes name={`${prefix}.readers`} label="Who alone may read it?" required="Choose who may read it." choices={choices} />;
}

/** The restrictions that an originator puts on a statement. */
export const RestrictionFields = ({ prefix, people, recipient }: Fields & { readonly recipient: string }): ReactNode => (
  <>
    <Checkboxes name={`${prefix}.restrictions`} label="Restrictions (optional)" hint="They go with the statement, and with everything drawn from it." choices={restrictionChoices} />
    {aboutPeople.map((code) => (
      <When key={code} field={`${prefix}.restrictions`} is={[code]}>
        <PeopleCheckboxes name={`${prefix}.people.${code}`} label={`${RESTRICTIONS[code].label}: who?`} required={`Choose the people for “${RESTRICTIONS[code].label}”.`} people={people} />
      </When>
    ))}
    <When field={`${prefix}.restrictions`} is={['NAMED_RECIPIENTS']}><NamedRecipients prefix={prefix} of={recipient} /></When>
    <When field={`${prefix}.restrictions`} is={['EXPIRES']}><MomentField name={`${prefix}.until.EXPIRES`} label="It may be used until" required="Enter until when." /></When>
    <When field={`${prefix}.restrictions`} is={['REVIEW_BY']}><MomentField name={`${prefix}.until.REVIEW_BY`} label="It is looked at again by" required="Enter by when." /></When>
  </>
);

/** One statement: what it says, what it is, and whom it is about. */
export const StatementFields = ({ prefix, people }: Fields): ReactNode => (
  <>
    <TextArea name={`${prefix}.statement`} label="What do you share?" hint="One statement. Write what was seen or said, and keep opinion apart." required="Write the statement." />
    <Radios name={`${prefix}.nature`} label="What kind of statement is it?" required="Choose what kind of statement it is." choices={choicesOf(ITEM_NATURES)} inline />
    <When field={`${prefix}.nature`} is={['OPINION']}><TextField name={`${prefix}.holder`} label="Whose opinion is it?" required="Name whose opinion it is." /></When>
    <PeopleCheckboxes name={`${prefix}.about`} label="Whom is it about?" required="Choose whom it is about." people={people} />
    <TextField name={`${prefix}.source`} label="Where does it come from? (optional)" hint="For example, the school’s own record of 3 March" />
    <Radios name={`${prefix}.historical`} label="Is it about the past, rather than now?" inline required="Say whether it is about the past." choices={yesNo} />
    <When field={`${prefix}.historical`} is={['YES']}>
      <DateField name={`${prefix}.asOf`} label="When was that?" required="Enter when it was." />
      <TextField name={`${prefix}.note`} label="Why does it matter now?" required="Say why it matters now." />
    </When>
  </>
);

const restrictionsFrom = (answers: Answers, prefix: string) => answers.list(`${prefix}.restrictions`).map((code) => ({
  code, people: answers.list(`${prefix}.people.${code}`),
  practitioners: code === 'NAMED_RECIPIENTS' ? answers.list(`${prefix}.readers`) : [], until: answers.moment(`${prefix}.until.${code}`),
}));

/** A statement as a form answered it. */
export const statementFrom = (answers: Answers, prefix: string, people: readonly PersonOfRecord[]) => ({
  about: answers.list(`${prefix}.about`).map((personId) => ({ personId, capacity: people.find((each) => each.personId === personId)?.capacity ?? 'OTHER' })),
  nature: answers.text(`${prefix}.nature`), statement: answers.text(`${prefix}.statement`),
  opinionHolder: answers.text(`${prefix}.nature`) === 'OPINION' ? answers.optional(`${prefix}.holder`) : null,
  source: answers.optional(`${prefix}.source`), historical: answers.yes(`${prefix}.historical`),
  asOf: answers.yes(`${prefix}.historical`) ? answers.day(`${prefix}.asOf`) : null, historicalNote: answers.yes(`${prefix}.historical`) ? answers.optional(`${prefix}.note`) : null,
  restrictions: restrictionsFrom(answers, prefix),
});
