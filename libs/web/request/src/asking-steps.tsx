import { CONSENT_POSITIONS, ENQUIRY_CAPACITIES, NOT_SOUGHT_REASONS, SHARING_PURPOSES, URGENCIES, addElapsedHours, instant, isCodeOf, labelOf } from '@mash/law';
import { useDirectory } from '@mash/web-data-access';
import type { Enquiry } from '@mash/web-parts';
import { BasisFields, OrganisationSelect, PeopleCheckboxes, UnitSelect, usePeopleChoices } from '@mash/web-parts';
import type { Step } from '@mash/web-ui';
import { Checkboxes, Inset, MomentField, Radios, Repeat, TextArea, TextField, When, choicesOf, momentValues, useAnswers, useForm, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';

function Addressee(): ReactNode {
  const answers = useAnswers();
  const { organisation } = useDirectory();
  const chosen = organisation(answers.optional('organisation'));
  return (
    <>
      <OrganisationSelect name="organisation" label="Which agency do you ask?" hint="To ask several, make one request for each." required="Choose the agency." others />
      {chosen?.usesHub === false
        ? <Inset>{chosen.name} does not use the hub. Ring {chosen.publishedNumber}, its published number, and record the answer when it comes.</Inset>
        : <UnitSelect name="unit" of="organisation" label="Which team? (optional)" hint="Leave it open, and the request goes to the team that receives requests." />}
    </>
  );
}

const Questions = ({ of }: { readonly of: Enquiry }): ReactNode => (
  <>
    <Inset>Ask for named things, and for no more than you need. The question itself tells the other agency something.</Inset>
    <Repeat name="items" title={(place) => `Question ${place}`} add="Add another question">
      {(prefix) => (
        <>
          <TextArea name={`${prefix}.question`} label="What do you need to know?" required="Write the question." rows={3} />
          <PeopleCheckboxes name={`${prefix}.about`} label="About whom?" required="Choose whom the question is about." people={of.people} />
          <TextArea name={`${prefix}.why`} label="Why do you need it?" required="Say why you need it." rows={2} />
          <TextField name={`${prefix}.period`} label="For which period? (optional)" hint="For example, since January 2025" />
        </>
      )}
    </Repeat>
  </>
);

function Identifying({ of }: { readonly of: Enquiry }): ReactNode {
  const answers = useAnswers();
  const asked = new Set(answers.each('items', (prefix) => answers.list(`${prefix}.about`)).flat());
  const people = usePeopleChoices(of.people).filter(({ value }) => asked.has(value));
  return (
    <>
      <Inset>The other agency sees only what you tick here, and what each person is in this enquiry.</Inset>
      {people.map(({ value, label }) => (
        <Checkboxes key={value} name={`identify.${value}`} label={`How is ${label} to be found?`}
          hint={of.people.filter(({ personId }) => personId === value).map(({ capacity }) => labelOf(ENQUIRY_CAPACITIES, capacity)).join(', ')}
          required={`Choose how ${label} is to be found.`}
          choices={[{ value: 'NAME', label: 'By name' }, { value: 'BIRTH', label: 'By date of birth' }, { value: 'NHS_NUMBER', label: 'By NHS number' }]} />
      ))}
    </>
  );
}

/** Purposes that an ordinary request can have; the others belong to statutory powers. */
const ordinary = ['PROTECT_CHILD', 'PROMOTE_CHILD_WELFARE', 'PROTECT_ADULT', 'PREVENT_SERIOUS_CRIME', 'LEGAL_PROCEEDINGS'];

const Why = ({ statutory }: { readonly statutory: boolean }): ReactNode => (
  <>
    {!statutory && <Radios name="purpose" label="What is it for?" required="Choose the purpose." choices={choicesOf(SHARING_PURPOSES, ordinary)} />}
    <TextArea name="reasons" label="Why do you ask?" hint="What makes you ask, in a few sentences." required="Say why you ask." />
    <TextArea name="reveals" label="What does asking tell the other agency?" hint="Asking is itself sharing. For example: that the council has a concern about a child of this family." required="Say what asking reveals." rows={2} />
    <Radios name="consent" label="What about consent?" required="Choose the position on consent." choices={choicesOf(CONSENT_POSITIONS)} />
    <When field="consent" is={['NOT_SOUGHT']}>
      <Radios name="notSought" label="Why was it not sought?" required="Choose why consent was not sought." choices={choicesOf(NOT_SOUGHT_REASONS)} />
    </When>
  </>
);

function Basis({ statutory }: { readonly statutory: boolean }): ReactNode {
  const now = useNow();
  const addressee = useDirectory().organisation(useAnswers().optional('organisation'));
  // Whoever is no public body can answer an ordinary request only on the public task that the request states.
  const needed = !statutory && addressee?.capacities.some(({ capacity, from, to }) => capacity === 'PUBLIC_AUTHORITY' && from <= now && (to === null || now < to)) === false;
  return (
    <>
      <BasisFields prefix="basis" label="On what lawful basis do you ask?" hint="Your own, as the asker. Choose the nearest; you can then change each part." />
      <TextArea name="publicTask" label={`Your public task, in words${needed ? '' : ' (optional)'}`} {...(needed ? { required: 'State your public task.' } : {})} rows={2}
        hint="A charity or private provider can rely on it when it answers. For example: the council’s duty under section 47 of the Children Act 1989." />
    </>
  );
}

function HowSoon(): ReactNode {
  const form = useForm();
  const now = useNow();
  const suggest = (code: string): void => {
    if (isCodeOf(URGENCIES, code)) form.set(momentValues('due', addElapsedHours(instant(now), URGENCIES[code].defaultHours)));
  };
  return (
    <>
      <Radios name="urgency" label="How soon do you need it?" required="Choose how soon." choices={choicesOf(URGENCIES)} then={suggest} />
      <MomentField name="due" label="By when do you ask for the answer?" hint="You can change this." required="Enter by when you ask for the answer." />
    </>
  );
}

/** The pages that every request is asked on. */
export const askingSteps = (of: Enquiry, statutory: boolean): readonly Step[] => [
  { title: 'Whom you ask', content: <Addressee /> },
  { title: 'What you ask', content: <Questions of={of} /> },
  { title: 'How people are to be found', content: <Identifying of={of} /> },
  { title: 'Why you ask', content: <Why statutory={statutory} /> },
  { title: 'Your lawful basis', content: <Basis statutory={statutory} /> },
  { title: 'How soon', content: <HowSoon /> },
];
