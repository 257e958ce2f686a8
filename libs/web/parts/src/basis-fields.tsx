import { ANNEX_1, ARTICLE_10, ARTICLE_6, ARTICLE_9, CONFIDENTIALITY_BASES, GATEWAYS, REGIMES, SCHEDULE_1, SCHEDULE_8 } from '@mash/law';
import { useDirectory, useSession } from '@mash/web-data-access';
import type { Choice } from '@mash/web-ui';
import { Checkboxes, More, Radios, Select, When, choicesOf, useAnswers, useForm } from '@mash/web-ui';
import type { ReactNode } from 'react';
import { basisPresets, presetValues } from './basis-presets.js';
import { basisFrom, basisLines } from './lawful-basis.js';

/** The usual sets of an agency like mine. */
function usePresets(): readonly Choice[] {
  const { me } = useSession();
  const kind = useDirectory().organisation(me.agency)?.kind ?? '';
  return Object.entries(basisPresets).filter(([, { only }]) => only?.includes(kind) ?? true).map(([value, { label, hint }]) => ({ value, label, hint }));
}

const article6: readonly Choice[] = Object.entries(ARTICLE_6).map(([value, { label, says }]) => ({ value, label: `${label}. ${says}` }));
const gateways: readonly Choice[] = Object.entries(GATEWAYS).map(([value, { label, whoToWhom }]) => ({ value, label, hint: whoToWhom }));

const coveredKinds: readonly Choice[] = [
  { value: 'SPECIAL', label: 'Health, ethnicity, beliefs, sex life or other specially protected information' }, { value: 'CRIMINAL', label: 'Crimes or allegations of crimes' },
];

interface BasisFieldsProps {
  readonly prefix: string;
  readonly label: string;
  readonly hint?: string;
}

const Parts = ({ prefix }: { readonly prefix: string }): ReactNode => (
  <>
    <Radios name={`${prefix}.regime`} label="Which part of data-protection law applies?" choices={choicesOf(REGIMES)} />
    <Select name={`${prefix}.article6`} label="Basis for personal data (Article 6)" choices={article6} empty="None" />
    <When field={`${prefix}.article6`} is={['ea']}>
      <Checkboxes name={`${prefix}.annex1`} label="Which recognised interest (Annex 1)" choices={choicesOf(ANNEX_1)} />
    </When>
    <Select name={`${prefix}.article9`} label="Condition for health and other sensitive information (Article 9)" choices={choicesOf(ARTICLE_9)} empty="None" />
    <Select name={`${prefix}.schedule1`} label="Condition of Schedule 1" choices={choicesOf(SCHEDULE_1)} empty="None" />
    <Select name={`${prefix}.article10`} label="Condition for information about crimes (Article 10)" choices={choicesOf(ARTICLE_10)} empty="None" />
    <When field={`${prefix}.regime`} is={['PART3']}>
      <Select name={`${prefix}.schedule8`} label="Condition for sensitive processing (Schedule 8)" choices={choicesOf(SCHEDULE_8)} empty="None" />
    </When>
    <Select name={`${prefix}.confidence`} label="What lifts the duty of confidence" choices={choicesOf(CONFIDENTIALITY_BASES)} empty="Nothing" />
    <Checkboxes name={`${prefix}.gateways`} label="Powers and duties to share" choices={gateways} />
  </>
);

/** The lawful basis: a usual set to begin with, and each part to change. Whether it stands, the hub says. */
export function BasisFields({ prefix, label, hint }: BasisFieldsProps): ReactNode {
  const form = useForm();
  const answers = useAnswers();
  const presets = usePresets();
  const lines = basisLines(basisFrom(answers, prefix));
  const begin = (preset: string, kinds: readonly string[]): void =>
    form.set(Object.fromEntries(Object.entries(presetValues(preset, kinds)).map(([part, value]) => [`${prefix}.${part}`, value])));
  return (
    <>
      <Radios name={`${prefix}.preset`} label={label} hint={hint ?? 'Choose the nearest. You can then change each part.'} required="Choose your lawful basis." choices={presets}
        then={(preset) => begin(preset, answers.list(`${prefix}.kinds`))} />
      <Checkboxes name={`${prefix}.kinds`} label="Must the basis cover any of these?" choices={coveredKinds} then={(kinds) => begin(answers.text(`${prefix}.preset`), kinds)} />
      {lines.length > 0 && (
        <div className="govuk-inset-text">
          <p className="govuk-body govuk-!-margin-bottom-1">This says:</p>
          <ul className="govuk-list govuk-list--bullet">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
      )}
      {answers.text(`${prefix}.preset`) === 'OWN' ? <Parts prefix={prefix} /> : <More title="Change the parts of the lawful basis"><Parts prefix={prefix} /></More>}
    </>
  );
}

/** A recorded basis, a line for each part. */
export const BasisSummary = ({ of }: { readonly of: Parameters<typeof basisLines>[0] }): ReactNode => (
  <ul className="govuk-list">{basisLines(of).map((line) => <li key={line}>{line}</li>)}</ul>
);
