import { ENQUIRY_CAPACITIES, ITEM_NATURES, NOT_TOLD_EXCEPTIONS, TRANSPARENCY } from '@mash/law';
import { useCommand, useDirectory } from '@mash/web-data-access';
import { BasisFields, OwnUnit, useGoDone, useUnit } from '@mash/web-parts';
import type { Step } from '@mash/web-ui';
import { Checkboxes, DateField, Form, Inset, MomentField, Page, Radios, Repeat, Select, TextArea, TextField, Warning, When, choicesOf, useAnswers } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { SEND_CONCERN } from './concern.operations.js';
import { concernFrom, mentioned } from './concern-from.js';

function Hub(): ReactNode {
  const { arrangements, partyName } = useDirectory();
  return (
    <>
      <Warning>If somebody is in danger now, call 999 first.</Warning>
      <Select name="arrangement" label="To which hub?" hint="The hub of the area where the child or adult lives." required="Choose the hub." choices={arrangements.map((each) => ({ value: each.id, label: `${partyName(each.hub)} (${each.name})` }))} />
      <OwnUnit name="unit" label="From which of your units?" />
    </>
  );
}

const People = (): ReactNode => (
  <Repeat name="people" title={(place) => `Person ${place}`} add="Add another person">
    {(prefix) => (
      <>
        <TextField name={`${prefix}.givenName`} label="Given name, if known" width={20} />
        <TextField name={`${prefix}.familyName`} label="Family name, if known" width={20} />
        <DateField name={`${prefix}.born`} label="Date of birth, if known" />
        <Select name={`${prefix}.capacity`} label="What are they in this concern?" required="Choose what they are." choices={choicesOf(ENQUIRY_CAPACITIES)} />
      </>
    )}
  </Repeat>
);

function Statements(): ReactNode {
  const people = mentioned(useAnswers()).map(({ part, name }) => ({ value: part, label: name }));
  return (
    <>
      <Inset>Write each thing by itself. Keep what was seen or said apart from what somebody thinks.</Inset>
      <Repeat name="statements" title={(place) => `Statement ${place}`} add="Add another statement">
        {(prefix) => (
          <>
            <TextArea name={`${prefix}.statement`} label="What was seen, said or thought?" required="Write the statement." />
            <Radios name={`${prefix}.nature`} label="What kind of statement is it?" inline required="Choose what kind of statement it is." choices={choicesOf(ITEM_NATURES)} />
            <When field={`${prefix}.nature`} is={['OPINION']}><TextField name={`${prefix}.holder`} label="Whose opinion is it?" required="Name whose opinion it is." /></When>
            <Checkboxes name={`${prefix}.about`} label="Whom is it about?" required="Choose whom it is about." choices={people} />
          </>
        )}
      </Repeat>
    </>
  );
}

function Telling(): ReactNode {
  const people = mentioned(useAnswers());
  return (
    <>
      <Inset>Be open with the family unless that would put somebody at risk or prejudice a serious crime’s investigation.</Inset>
      {people.map(({ part, name }) => {
        const field = `people.${part}`;
        return (
          <section className="app-part" key={part} aria-label={name}>
            <Radios name={`${field}.telling`} label={`Is ${name} told of the concern?`} required={`Decide whether ${name} is told.`} choices={choicesOf(TRANSPARENCY)} />
            <When field={`${field}.telling`} is={['TOLD_BEFORE']}><MomentField name={`${field}.toldAt`} label="When were they told?" required={`Enter when ${name} was told.`} /></When>
            <When field={`${field}.telling`} is={['TOLD_AFTER']}><MomentField name={`${field}.due`} label="By when will they be told?" required={`Enter by when ${name} will be told.`} /></When>
            <When field={`${field}.telling`} is={['NOT_TOLD']}><Radios name={`${field}.exception`} label="Why not?" hint="Only these three reasons count." required={`Choose why ${name} is not told.`} choices={choicesOf(NOT_TOLD_EXCEPTIONS)} /></When>
            <TextField name={`${field}.tellingReasons`} label="In a sentence" required={`Say in a sentence how or why, for ${name}.`} />
          </section>
        );
      })}
    </>
  );
}

const Why = (): ReactNode => (
  <>
    <TextArea name="reasons" label="Why do you share it?" required="Say why you share it." />
    <TextArea name="harmIfShared" label="What may happen if you share it?" required="Say what may happen if you share it." rows={3} />
    <TextArea name="harmIfNotShared" label="What may happen if you do not?" required="Say what may happen if you do not share it." rows={3} />
    <BasisFields prefix="basis" label="On what lawful basis does your agency share it?" />
  </>
);

const steps: readonly Step[] = [
  { title: 'Where it goes', content: <Hub /> },
  { title: 'Who it is about', content: <People /> },
  { title: 'What is the concern?', content: <Statements /> },
  { title: 'Telling the people concerned', content: <Telling /> },
  { title: 'Why you share it', content: <Why /> },
];

/** Sends a concern: itself a decision to share, and a disclosure. */
export function ConcernPage(): ReactNode {
  const { arrangements } = useDirectory();
  const unit = useUnit();
  const goDone = useGoDone();
  const send = useCommand(SEND_CONCERN);
  return (
    <Page title="Send a concern">
      <Form draft="concern" initial={{ people: ['0'], statements: ['0'] }} steps={steps} submit="Send the concern"
        send={(answers) => {
          const hub = arrangements.find((each) => each.id === answers.text('arrangement'))?.hub;
          return send(concernFrom(answers, unit(answers), { organisation: hub?.organisation ?? '', unit: hub?.unit ?? '' }));
        }}
        onAccepted={({ id }) => goDone(`/disclosures/${id}`, 'The concern is with the hub.')} />
    </Page>
  );
}
