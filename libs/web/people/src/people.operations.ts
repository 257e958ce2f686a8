import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { PageOf } from '@mash/web-data-access';
import { command, schema } from '@mash/web-data-access';

export type PersonRecord = schema.Person;
export type SearchFound = schema.PeopleFound;

export const PERSON: TypedDocumentNode<{ readonly person: PersonRecord }, { readonly id: string }> = gql`
  query Person($id: Uuid!, $atLeast: String) { person(id: $id, atLeast: $atLeast) { ${schema.everythingOf.Person} } }
`;

export const SEARCH_PEOPLE = command<schema.SearchPeopleInput, SearchFound>('searchPeople', 'SearchPeopleInput', `... on PeopleFound { ${schema.everythingOf.PeopleFound} }`);
export const REGISTER_PERSON = command<schema.RegisterPersonInput>('registerPerson', 'RegisterPersonInput');
export const RELATE_PEOPLE = command<schema.RelatePeopleInput>('relatePeople', 'RelatePeopleInput');
export const RECORD_ADDRESS = command<schema.RecordAddressInput>('recordAddress', 'RecordAddressInput');

export const PEOPLE: TypedDocumentNode<{ readonly people: PageOf<Pick<PersonRecord, 'id' | 'knownAs' | 'identification'>> }, { readonly enquiryId: string | null }> = gql`
  query People($enquiryId: Uuid, $atLeast: String) {
    people(enquiryId: $enquiryId, first: 100, atLeast: $atLeast) { items { id knownAs identification { ${schema.everythingOf.Identification} } } next total }
  }
`;
