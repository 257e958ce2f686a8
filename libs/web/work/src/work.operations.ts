import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { PageOf } from '@mash/web-data-access';
import type { WorkItem } from './tasks.js';

export const WORK: TypedDocumentNode<{ readonly work: PageOf<WorkItem> }, { readonly after: string | null }> = gql`
  query Work($after: String, $atLeast: String) {
    work(first: 50, after: $after, atLeast: $atLeast) {
      items { id kind requestId enquiryId disclosureId decisionId approvalId consentId personId urgency since due worker awayWorker }
      next total
    }
  }
`;
