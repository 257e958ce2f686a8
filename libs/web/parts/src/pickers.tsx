import { useDirectory, useSession } from '@mash/web-data-access';
import type { Choice } from '@mash/web-ui';
import { Checkboxes, Radios, Select, useAnswers, useNameOf, useNow } from '@mash/web-ui';
import type { ReactNode } from 'react';
import type { Identification } from './identification.js';

interface PickerProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: string;
}

/** An organisation of the directory. */
export function OrganisationSelect({ kinds, others = false, ...rest }: PickerProps & { readonly kinds?: readonly string[]; readonly others?: boolean }): ReactNode {
  const { me } = useSession();
  const { organisations } = useDirectory();
  const choices = organisations.filter((each) => (kinds?.includes(each.kind) ?? true) && !(others && each.id === me.agency))
    .map((each): Choice => ({ value: each.id, label: each.usesHub ? each.name : `${each.name} (does not use the hub)` }));
  return <Select {...rest} choices={choices} />;
}

/** A unit of the organisation that another field names; nothing when it uses none. */
export function UnitSelect({ of, ...rest }: PickerProps & { readonly of: string }): ReactNode {
  const answers = useAnswers();
  const { organisation } = useDirectory();
  const units = organisation(answers.optional(of))?.units ?? [];
  if (units.length === 0) return null;
  return <Select {...rest} choices={units.map((unit) => ({ value: unit.unitId, label: unit.name }))} />;
}

/** One of my own units; asked only of people with more than one. */
export function OwnUnit({ name, label }: { readonly name: string; readonly label: string }): ReactNode {
  const { me } = useSession();
  const { unit } = useDirectory();
  if (me.units.length < 2) return null;
  return <Radios name={name} label={label} required="Choose a unit." choices={me.units.map((id) => ({ value: id, label: unit(id)?.name ?? id }))} />;
}

/** A practitioner of the organisation, or of the unit, that another field names. */
export function PractitionerSelect({ organisation, unit, role, ...rest }: PickerProps & { readonly organisation?: string; readonly unit?: string; readonly role?: string }): ReactNode {
  const answers = useAnswers();
  const now = useNow();
  const { practitioners } = useDirectory();
  const [inOrganisation, inUnit] = [organisation === undefined ? null : answers.optional(organisation), unit === undefined ? null : answers.optional(unit)];
  const fits = practitioners.flatMap((each): Choice[] => {
    const posts = each.posts.filter((post) => post.from <= now && (post.to === null || now < post.to)
      && (inOrganisation === null || post.organisationId === inOrganisation) && (inUnit === null || post.unitId === inUnit)
      && (role === undefined || post.roles.includes(role)));
    const [post] = posts;
    return post === undefined ? [] : [{ value: each.id, label: `${each.name ?? 'Name not known'}, ${post.title}` }];
  });
  return <Select {...rest} choices={fits} />;
}

/** A colleague of these units. */
export function ColleagueSelect({ units, ...rest }: PickerProps & { readonly units: readonly string[] }): ReactNode {
  const now = useNow();
  const directory = useDirectory();
  const choices = directory.colleaguesIn(units, now).map((each) => ({
    value: each.id,
    label: each.absence !== null && each.absence.from <= now && now < each.absence.until ? `${each.name ?? ''} (away)` : each.name ?? 'Name not known',
  }));
  return <Select {...rest} choices={choices} />;
}

interface Somebody { readonly personId: string; readonly identification: Partial<Identification> | null }

/** People of a record as choices, by their names unless names are hidden. */
export function usePeopleChoices(people: readonly Somebody[]): readonly Choice[] {
  const nameOf = useNameOf();
  return [...new Map(people.map((each) => [each.personId, each])).values()].map(({ personId, identification }) => ({ value: personId, label: nameOf(personId, identification) }));
}

export const PeopleCheckboxes = ({ people, ...rest }: PickerProps & { readonly people: readonly Somebody[] }): ReactNode =>
  <Checkboxes {...rest} choices={usePeopleChoices(people)} />;

export const PersonRadios = ({ people, ...rest }: PickerProps & { readonly people: readonly Somebody[] }): ReactNode =>
  <Radios {...rest} choices={usePeopleChoices(people)} />;
