import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { PageOf } from '@mash/web-data-access';
import { schema } from '@mash/web-data-access';

export type InformationRequest = schema.InformationRequest;
export type SharingDecision = schema.SharingDecision;

export const REQUEST: TypedDocumentNode<{ readonly request: InformationRequest }, { readonly id: string }> = gql`
  query Request($id: Uuid!, $atLeast: String) { request(id: $id, atLeast: $atLeast) { ${schema.everythingOf.InformationRequest} } }
`;

export const DECISION: TypedDocumentNode<{ readonly decision: SharingDecision }, { readonly id: string }> = gql`
  query Decision($id: Uuid!, $atLeast: String) { decision(id: $id, atLeast: $atLeast) { ${schema.everythingOf.SharingDecision} } }
`;

interface Under { readonly enquiryId: string | null }

export const REQUESTS: TypedDocumentNode<{ readonly requests: PageOf<Pick<InformationRequest, 'id' | 'side' | 'from' | 'to' | 'askedAt' | 'due' | 'overdue' | 'urgency' | 'worker'> & { readonly items: readonly { readonly answer: { readonly kind: string } | null }[]; readonly statutory: { readonly power: string } | null }> }, Under> = gql`
  query Requests($enquiryId: Uuid, $atLeast: String) {
    requests(enquiryId: $enquiryId, first: 50, atLeast: $atLeast) {
      items { id side from { organisation unit } to { organisation unit } askedAt due overdue urgency worker items { answer { kind } } statutory { power } }
      next total
    }
  }
`;

export const DECISIONS: TypedDocumentNode<{ readonly decisions: PageOf<Pick<SharingDecision, 'id' | 'decidedAt' | 'decidedBy' | 'outcome' | 'requestId' | 'supersededBy'>> }, Under> = gql`
  query Decisions($enquiryId: Uuid, $atLeast: String) {
    decisions(enquiryId: $enquiryId, first: 50, atLeast: $atLeast) { items { id decidedAt decidedBy outcome requestId supersededBy } next total }
  }
`;

export const CONSENTS: TypedDocumentNode<{ readonly consents: PageOf<Pick<schema.Consent, 'id' | 'status' | 'giver' | 'giverName' | 'at' | 'uses'>> }, { readonly enquiryId: string }> = gql`
  query Consents($enquiryId: Uuid!, $atLeast: String) {
    consents(enquiryId: $enquiryId, first: 50, atLeast: $atLeast) { items { id status giver giverName at uses } next total }
  }
`;

/** As much of a disclosure as a list shows: nothing of its content. */
export type DisclosureRow = Pick<schema.Disclosure, 'id' | 'side' | 'kind' | 'sender' | 'recipient' | 'occurredAt' | 'irregular' | 'decisionId'> & {
  readonly accepted: { readonly at: string } | null;
  readonly received: { readonly at: string } | null;
  readonly items: readonly { readonly nature: string; readonly basisUnderReview: boolean }[];
};

export const DISCLOSURES: TypedDocumentNode<{ readonly disclosures: PageOf<DisclosureRow> }, Under & { readonly after: string | null; readonly requestId: string | null }> = gql`
  query Disclosures($enquiryId: Uuid, $requestId: Uuid, $after: String, $atLeast: String) {
    disclosures(enquiryId: $enquiryId, requestId: $requestId, first: 50, after: $after, atLeast: $atLeast) {
      items {
        id side kind sender { organisation unit } recipient { organisation unit practitioner name } occurredAt irregular decisionId accepted { at } received { at }
        items { nature basisUnderReview }
      }
      next total
    }
  }
`;
