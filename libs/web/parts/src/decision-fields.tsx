import { CONSENT_POSITIONS, DECISION_QUESTIONS, NOT_SOUGHT_REASONS, NOT_TOLD_EXCEPTIONS, QUALITY_TESTS, QUESTION_ANSWERS, REFUSAL_REASONS, TRANSPARENCY, codesOf } from '@mash/law';
import type { Answers, Choice } from '@mash/web-ui';
import { Checkboxes, Inset, MomentField, Radios, Select, TextArea, TextField, When, choicesOf, useAnswers, useNameOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { basisFrom } from './lawful-basis.js';
import { PeopleCheckboxes } from './pickers.js';
import type { PersonOfRecord } from './statements.js';

/** The kinds of record that consent and decisions tell apart. */
export const dataCategories = {
  HEALTH: { label: 'Health' }, SOCIAL_CARE: { label: 'Social care' }, EDUCATION: { label: 'Education' },
  POLICE: { label: 'Police' }, HOUSING: { label: 'Housing' }, OTHER: { label: 'Other' },
} as const;

interface ItemFields { readonly prefix: string; readonly people: readonly PersonOfRecord[]; readonly consents: readonly Choice[] }

/** What is decided of one item that may go. */
export const ShareFields = ({ prefix, people, consents }: ItemFields): ReactNode => (
  <>
    <PeopleCheckboxes name={`${prefix}.about`} label="Whose information is it?" hint="Everybody it tells something about." required="Choose whose information it is." people={people} />
    <Select name={`${prefix}.category`} label="What kind of record is it from?" required="Choose the kind of record." choices={choicesOf(dataCategories)} />
    <Checkboxes name={`${prefix}.kinds`} label="Is any of it" choices={[
      { value: 'CONFIDENTIAL', label: 'Confidential', hint: 'Given or held in confidence, as most health and social work records are.' },
      { value: 'SPECIAL', label: 'Health or other specially protected information' }, { value: 'CRIMINAL', label: 'About crimes or allegations of crimes' },
    ]} />
    <Radios name={`${prefix}.consent`} label="What about consent?" required="Choose the position on consent." choices={choicesOf(CONSENT_POSITIONS, ['GIVEN', 'REFUSED', 'NOT_SOUGHT', 'NOT_REQUIRED'])} />
    <When field={`${prefix}.consent`} is={['GIVEN']}>
      {consents.length === 0 ? <Inset>No consent that you can rely on is recorded. Record it first; what you typed here will wait.</Inset>
        : <Select name={`${prefix}.consentId`} label="Which consent?" required="Choose the consent." choices={consents} />}
    </When>
    <When field={`${prefix}.consent`} is={['NOT_SOUGHT']}>
      <Radios name={`${prefix}.notSought`} label="Why was it not sought?" required="Choose why consent was not sought." choices={choicesOf(NOT_SOUGHT_REASONS)} />
      <TextArea name={`${prefix}.notSoughtFacts`} label="What makes that true here?" required="Say what makes the reason true here." rows={2} />
    </When>
    <TextArea name={`${prefix}.reasons`} label="Why do you share it?" required="Say why you share it." rows={3} />
  </>
);

/** What is recorded of one item that does not go. */
export const RefuseFields = ({ prefix, people }: Omit<ItemFields, 'consents'>): ReactNode => (
  <>
    <PeopleCheckboxes name={`${prefix}.about`} label="Whose information is it?" required="Choose whose information it is." people={people} />
    <Checkboxes name={`${prefix}.refusal`} label="Why do you not share it?" hint="That there is no sharing agreement, data protection alone, or that consent was refused are not reasons by themselves." required="Choose at least one reason." choices={choicesOf(REFUSAL_REASONS)} />
    <TextArea name={`${prefix}.reasons`} label="What makes that true here?" required="Say what makes it true here." rows={3} />
    <TextArea name={`${prefix}.told`} label="What may whoever asked be told of the reasons? (optional)" hint="Leave it empty only if telling would itself do harm." rows={2} />
  </>
);

/** One item as the form decided it; all items that go rest on the same lawful basis. */
export const decidedItemFrom = (answers: Answers, prefix: string, share: boolean) => ({
  about: answers.list(`${prefix}.about`), category: answers.text(`${prefix}.category`) || 'OTHER', share, reasons: answers.text(`${prefix}.reasons`),
  refusalReasons: share ? [] : answers.list(`${prefix}.refusal`), reasonsTold: share ? null : answers.optional(`${prefix}.told`),
  confidential: answers.list(`${prefix}.kinds`).includes('CONFIDENTIAL'), specialCategory: answers.list(`${prefix}.kinds`).includes('SPECIAL'),
  criminalOffence: answers.list(`${prefix}.kinds`).includes('CRIMINAL'), basis: share ? basisFrom(answers, 'basis') : null,
  consentPosition: (share ? answers.text(`${prefix}.consent`) : '') || 'NOT_REQUIRED',
  consentId: share && answers.text(`${prefix}.consent`) === 'GIVEN' ? answers.optional(`${prefix}.consentId`) : null,
  notSoughtReason: share && answers.text(`${prefix}.consent`) === 'NOT_SOUGHT' ? answers.optional(`${prefix}.notSought`) : null,
  notSoughtFacts: share && answers.text(`${prefix}.consent`) === 'NOT_SOUGHT' ? answers.optional(`${prefix}.notSoughtFacts`) : null,
});

const questionHints: Readonly<Record<string, string>> = {
  CONFIDENTIAL: 'Answer for the most sensitive of it.', CONSENT: 'From everybody whose information goes.',
  LAWFUL_REASON: 'For example, to protect a child from significant harm.', PUBLIC_INTEREST: 'Weigh what may happen either way.',
};

/** The questions put before every decision. */
export const QuestionFields = (): ReactNode => (
  <>
    {codesOf(DECISION_QUESTIONS).map((code) => {
      const hint = questionHints[code];
      return <Radios key={code} name={`question.${code}`} label={DECISION_QUESTIONS[code].label} {...(hint === undefined ? {} : { hint })} inline required={`Answer: ${DECISION_QUESTIONS[code].label}`} choices={choicesOf(QUESTION_ANSWERS)} />;
    })}
    <TextArea name="advice" label="Advice you took (optional unless you are not sure of an answer)" hint="From whom, what they said, and whether you named the person." rows={3} />
  </>
);

export const questionsFrom = (answers: Answers) => codesOf(DECISION_QUESTIONS).flatMap((question) => {
  const answer = answers.text(`question.${question}`);
  return answer === '' ? [] : [{ question, answer, reason: null }];
});

/** What may happen either way. */
export const WeighingFields = ({ people }: { readonly people: readonly PersonOfRecord[] }): ReactNode => (
  <>
    <TextArea name="weighing.shared" label="What may happen if you share?" required="Say what may happen if you share." rows={3} />
    <TextArea name="weighing.notShared" label="What may happen if you do not?" required="Say what may happen if you do not share." rows={3} />
    <PeopleCheckboxes name="protects" label="Who is protected by it? (optional)" hint="Children, or adults at risk" people={people} />
    <TextArea name="reasons" label="Your decision in a few sentences" hint="Why it is necessary and in proportion, whichever way it goes." required="Give the reasons of your decision." />
  </>
);

/** Everybody concerned in what goes. */
const concernedIn = (answers: Answers, shared: readonly string[]): readonly string[] => [...new Set(shared.flatMap((prefix) => answers.list(`${prefix}.about`)))];

/** How each person concerned is told, or why not. */
export function TellingFields({ people, shared }: { readonly people: readonly PersonOfRecord[]; readonly shared: (answers: Answers) => readonly string[] }): ReactNode {
  const answers = useAnswers();
  const nameOf = useNameOf();
  return (
    <>
      {concernedIn(answers, shared(answers)).map((personId) => {
        const name = nameOf(personId, people.find((each) => each.personId === personId)?.identification);
        const field = `telling.${personId}`;
        return (
          <section key={personId} className="app-part">
            <Radios name={`${field}.kind`} label={`Is ${name} told?`} required={`Decide whether ${name} is told.`} choices={choicesOf(TRANSPARENCY)} />
            <When field={`${field}.kind`} is={['TOLD_BEFORE']}><MomentField name={`${field}.toldAt`} label="When were they told?" required={`Enter when ${name} was told.`} /></When>
            <When field={`${field}.kind`} is={['TOLD_AFTER']}><MomentField name={`${field}.due`} label="By when will they be told?" required={`Enter by when ${name} will be told.`} /></When>
            <When field={`${field}.kind`} is={['NOT_TOLD']}><Radios name={`${field}.exception`} label="Why not?" hint="Only these three reasons count." required={`Choose why ${name} is not told.`} choices={choicesOf(NOT_TOLD_EXCEPTIONS)} /></When>
            <TextField name={`${field}.reasons`} label="In a sentence" required={`Say in a sentence how or why, for ${name}.`} />
          </section>
        );
      })}
    </>
  );
}

export const tellingFrom = (answers: Answers, shared: readonly string[]) => concernedIn(answers, shared).map((personId) => {
  const field = `telling.${personId}`;
  const kind = answers.text(`${field}.kind`);
  return {
    personId, kind, toldAt: kind === 'TOLD_BEFORE' ? answers.moment(`${field}.toldAt`) : null, due: kind === 'TOLD_AFTER' ? answers.moment(`${field}.due`) : null,
    exception: kind === 'NOT_TOLD' ? answers.optional(`${field}.exception`) : null, reasons: answers.text(`${field}.reasons`),
  };
});

/** The tests of what is sent. */
export const QualityFields = (): ReactNode => <Checkboxes name="quality" label="What you send is" hint="Tick what you have checked. If one is not met, change what you send." choices={choicesOf(QUALITY_TESTS)} />;
