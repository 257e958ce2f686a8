import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';

export const PERSON_NAME: TypedDocumentNode<{ readonly person: { readonly identification: { readonly givenName: string | null; readonly familyName: string | null } } }, { readonly id: string }> = gql`
  query PersonName($id: Uuid!, $atLeast: String) { person(id: $id, atLeast: $atLeast) { identification { givenName familyName } } }
`;
