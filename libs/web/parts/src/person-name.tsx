import type { schema } from '@mash/web-data-access';
import { useRead } from '@mash/web-data-access';
import { useNameOf } from '@mash/web-ui';
import type { ReactNode } from 'react';
import type { Identification } from './identification.js';
import { PERSON_NAME } from './records/person-name.operations.js';

/** The name of somebody of whom a record holds the id alone. */
export function PersonName({ id }: { readonly id: string }): ReactNode {
  const { data, failure } = useRead(PERSON_NAME, { id });
  const nameOf = useNameOf();
  if (failure !== null) return 'somebody whom your unit does not know';
  return data === null ? '…' : nameOf(id, data.person.identification);
}

interface KnownNameProps { readonly id: string; readonly of: { readonly givenName?: string | null; readonly familyName?: string | null } | null | undefined }

/** A name that a record may hold; where it does not, the one under which my unit knows the person. */
export function KnownName({ id, of }: KnownNameProps): ReactNode {
  const nameOf = useNameOf();
  return (of?.givenName ?? of?.familyName ?? null) === null ? <PersonName id={id} /> : nameOf(id, of);
}

/** Several of them, with commas between. */
export const KnownNames = ({ ids, people }: { readonly ids: readonly string[]; readonly people: readonly { readonly personId: string; readonly identification: KnownNameProps['of'] }[] }): ReactNode =>
  ids.map((id, index) => <span key={id}>{index > 0 && ', '}<KnownName id={id} of={people.find(({ personId }) => personId === id)?.identification} /></span>);

/** What every disclosure tells of the people it is about: enough to know them by. */
export const disclosedPeople = (people: readonly { readonly personId: string; readonly identification: Partial<Identification> | null }[], about: readonly string[]): readonly schema.DisclosedPersonInput[] =>
  [...new Map(people.map((each) => [each.personId, each])).values()].filter(({ personId }) => about.includes(personId)).map(({ personId, identification }) => ({
    personId, givenName: identification?.givenName ?? null, familyName: identification?.familyName ?? null,
    dateOfBirth: identification?.birth?.kind === 'EXACT' ? identification.birth.on : null,
  }));
