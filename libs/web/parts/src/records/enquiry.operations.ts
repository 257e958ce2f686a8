import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import { schema } from '@mash/web-data-access';

export type Enquiry = schema.Enquiry;
export type PersonInEnquiry = schema.PersonInEnquiry;

export const ENQUIRY: TypedDocumentNode<{ readonly enquiry: Enquiry }, { readonly id: string }> = gql`
  query Enquiry($id: Uuid!, $atLeast: String) { enquiry(id: $id, atLeast: $atLeast) { ${schema.everythingOf.Enquiry} } }
`;
