import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { Me } from './schema.js';

export type { Me } from './schema.js';

/** Who is signed in. */
export const ME: TypedDocumentNode<{ readonly me: Me }, Record<string, never>> = gql`
  query Me { me { practitionerId name agency units roles permissions } }
`;
