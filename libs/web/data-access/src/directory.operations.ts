import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';

export interface Unit {
  readonly unitId: string;
  readonly name: string;
  readonly telephone: string;
  readonly receivesRequests: boolean;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly publishedNumber: string;
  readonly usesHub: boolean;
  readonly codes: readonly { readonly scheme: string; readonly value: string }[];
  readonly capacities: readonly { readonly capacity: string; readonly from: string; readonly to: string | null }[];
  readonly units: readonly Unit[];
}

export interface Practitioner {
  readonly id: string;
  readonly name: string | null;
  readonly organisationId: string;
  readonly posts: readonly { readonly postId: string; readonly organisationId: string; readonly unitId: string; readonly title: string; readonly roles: readonly string[]; readonly from: string; readonly to: string | null }[];
  readonly absence: { readonly from: string; readonly until: string; readonly coveredBy: string } | null;
}

export interface Arrangement {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly string[];
  readonly hub: { readonly organisation: string; readonly unit: string };
  readonly partners: readonly { readonly organisationId: string; readonly kind: string }[];
  readonly relevantAgencies: readonly string[];
  readonly signatories: readonly { readonly organisationId: string; readonly practitionerId: string; readonly reference: string; readonly from: string }[];
}

interface Page<T> { readonly items: readonly T[]; readonly next: string | null; readonly total: number }
interface PageVariables { readonly after: string | null }

export const ORGANISATIONS: TypedDocumentNode<{ readonly organisations: Page<Organisation> }, PageVariables> = gql`
  query Organisations($after: String, $atLeast: String) {
    organisations(first: 100, after: $after, atLeast: $atLeast) {
      items { id name kind publishedNumber usesHub codes { scheme value } capacities { capacity from to } units { unitId name telephone receivesRequests } }
      next total
    }
  }
`;

export const PRACTITIONERS: TypedDocumentNode<{ readonly practitioners: Page<Practitioner> }, PageVariables> = gql`
  query Practitioners($after: String, $atLeast: String) {
    practitioners(first: 100, after: $after, atLeast: $atLeast) {
      items { id name organisationId posts { postId organisationId unitId title roles from to } absence { from until coveredBy } }
      next total
    }
  }
`;

export const ARRANGEMENTS: TypedDocumentNode<{ readonly arrangements: Page<Arrangement> }, PageVariables> = gql`
  query Arrangements($after: String, $atLeast: String) {
    arrangements(first: 100, after: $after, atLeast: $atLeast) {
      items {
        id name areas hub { organisation unit } partners { organisationId kind } relevantAgencies
        signatories { organisationId practitionerId reference from }
      }
      next total
    }
  }
`;
