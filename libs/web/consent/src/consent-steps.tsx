import { CONSENT_FORMS, CONSENT_KINDS, CONSENT_USES, GIVER_BASES, INFORMED_ITEMS, NOT_SOUGHT_REASONS, PR_EVIDENCE, SHARING_PURPOSES } from '@mash/law';
import type { Identification } from '@mash/web-parts';
import { OwnUnit, PeopleCheckboxes, PersonRadios, dataCategories, useReceivingParties } from '@mash/web-parts';
import type { Step } from '@mash/web-ui';
import { Checkboxes, DateField, Inset, MomentField, Radios, TextArea, TextField, When, choicesOf, yesNo } from '@mash/web-ui';
import type { ReactNode } from 'react';

export interface Concerned { readonly personId: string; readonly identification: Partial<Identification> | null }

const Who = ({ people }: { readonly people: readonly Concerned[] }): ReactNode => (
  <>
    <Radios name="outcome" label="What happened?" required="Say what happened." choices={[
      { value: 'GIVEN', label: 'They gave consent' },
      { value: 'REFUSED', label: 'They were asked and refused', hint: 'A refusal stays a refusal. Whether to share all the same is a decision of its own.' },
      { value: 'NOT_SOUGHT', label: 'Consent was not sought', hint: 'For one of the listed reasons.' },
    ]} />
    <PersonRadios name="giver" label="Whose consent is it?" required="Choose whose consent it is." people={people} />
    <PeopleCheckboxes name="about" label="Whose information is it about?" required="Choose whose information it is about." people={people} />
    <OwnUnit name="unit" label="Which of your units records this?" />
  </>
);

const Footing = (): ReactNode => (
  <>
    <Radios name="giverBasis" label="On what footing do they decide?" required="Choose on what footing they decide." choices={choicesOf(GIVER_BASES)} />
    <When field="giverBasis" is={['PR_HOLDER']}>
      <Radios name="prType" label="How was parental responsibility shown?" required="Say how parental responsibility was shown." choices={choicesOf(PR_EVIDENCE)} />
      <DateField name="prDate" label="Date of that evidence" required="Enter the date of the evidence." />
    </When>
    <When field="giverBasis" is={['ATTORNEY', 'DEPUTY']}>
      <TextField name="authority" label="The order or power of attorney" hint="Its reference, and where it is kept." required="Name the order or power of attorney." />
    </When>
    <When field="giverBasis" is={['COMPETENT_CHILD']}>
      <TextField name="assessedBy" label="Who judged that the child understands the decision?" required="Name who judged it." />
      <MomentField name="assessedAt" label="When?" required="Enter when it was judged." />
      <TextArea name="assessedWhy" label="Why do they understand it?" required="Say why." />
    </When>
    <TextField name="age" label="Age of the person the information is about, if known" width={5} />
  </>
);

const Informed = (): ReactNode => (
  <>
    <Inset>Consent is valid only when all ten of these were explained.</Inset>
    <Checkboxes name="informed" label="They were told" choices={choicesOf(INFORMED_ITEMS)} />
    <TextField name="notice" label="Version of the privacy notice they were given" width={20} required="Enter the version of the notice." />
  </>
);

function Extent(): ReactNode {
  const parties = useReceivingParties();
  const organisations = parties.map(({ organisation, name }) => ({ value: organisation, label: name }));
  return (
    <>
      <Checkboxes name="uses" label="What did they agree to?" hint="Three different things: one does not follow from another." required="Choose what they agreed to." choices={choicesOf(CONSENT_USES)} />
      <Checkboxes name="purposes" label="For which purposes?" required="Choose the purposes." choices={choicesOf(SHARING_PURPOSES, ['PROTECT_CHILD', 'PROMOTE_CHILD_WELFARE', 'PROTECT_ADULT', 'PREVENT_SERIOUS_CRIME', 'LOCAL_PRACTICE_REVIEW', 'LEGAL_PROCEEDINGS'])} />
      <Checkboxes name="categories" label="Which kinds of information?" required="Choose the kinds of information." choices={choicesOf(dataCategories)} />
      <Checkboxes name="recipients" label="Who may receive it?" required="Choose who may receive it." choices={organisations} />
      <Checkboxes name="reliedOnBy" label="Which other agencies may rely on this consent? (optional)" hint="Your own agency may." choices={organisations} />
    </>
  );
}

const Given = (): ReactNode => (
  <>
    <Radios name="kind" label="How clear was it?" hint="Health and other sensitive information needs explicit consent." required="Choose how clear it was." choices={choicesOf(CONSENT_KINDS)} />
    <Radios name="form" label="In what form?" required="Choose the form." choices={choicesOf(CONSENT_FORMS)} />
    <MomentField name="givenAt" label="When was it given?" required="Enter when it was given." />
    <Radios name="ends" label="Does it end on a certain day?" inline required="Say whether it ends." choices={yesNo} />
    <When field="ends" is={['YES']}><MomentField name="expires" label="When does it end?" required="Enter when it ends." /></When>
    <TextArea name="words" label="What did they say?" hint="As near to their own words as you can." required="Write down what they said." />
  </>
);

const Refused = (): ReactNode => (
  <>
    <MomentField name="at" label="When did they refuse?" required="Enter when." />
    <TextArea name="words" label="What did they say?" required="Write down what they said." />
  </>
);

const NotSought = (): ReactNode => (
  <>
    <Radios name="reason" label="Why was consent not sought?" required="Choose the reason." choices={choicesOf(NOT_SOUGHT_REASONS)} />
    <TextArea name="words" label="What makes that true in this case?" required="Say what makes the reason true here." />
  </>
);

/** The pages of the form about consent; which of them are asked depends on what happened. */
export const consentSteps = (people: readonly Concerned[]): readonly Step[] => {
  const outcome = (code: string): NonNullable<Step['when']> => (answers) => answers.text('outcome') === code;
  return [
    { title: 'Who, and what happened', content: <Who people={people} /> },
    { title: 'Why they can decide', content: <Footing />, when: outcome('GIVEN') },
    { title: 'What they were told first', content: <Informed />, when: outcome('GIVEN') },
    { title: 'What they agreed to', content: <Extent />, when: outcome('GIVEN') },
    { title: 'How and when', content: <Given />, when: outcome('GIVEN') },
    { title: 'The refusal', content: <Refused />, when: outcome('REFUSED') },
    { title: 'Why it was not sought', content: <NotSought />, when: outcome('NOT_SOUGHT') },
  ];
};
