import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { PageOf, schema } from '@mash/web-data-access';
import { command } from '@mash/web-data-access';

/** As much of an enquiry as a list shows: nothing that names anybody. */
export interface EnquiryRow extends Pick<schema.Enquiry, 'id' | 'worker' | 'receivedAt' | 'urgency' | 'immediateDanger'> {
  readonly grounds: readonly { readonly ground: string }[];
  readonly people: readonly { readonly capacity: string }[];
}

export const ENQUIRIES: TypedDocumentNode<{ readonly enquiries: PageOf<EnquiryRow> }, { readonly after: string | null }> = gql`
  query Enquiries($after: String, $atLeast: String) {
    enquiries(first: 25, after: $after, atLeast: $atLeast) {
      items { id worker receivedAt urgency immediateDanger grounds { ground } people { capacity } }
      next total
    }
  }
`;

export const OPEN_ENQUIRY = command<schema.OpenEnquiryInput>('openEnquiry', 'OpenEnquiryInput');
export const RECORD_GROUNDS = command<schema.RecordGroundsInput>('recordGrounds', 'RecordGroundsInput');
export const ADD_PERSON = command<schema.AddPersonInput>('addPerson', 'AddPersonInput');
export const ASSIGN_WORKER = command<schema.AssignWorkerInput>('assignWorker', 'AssignWorkerInput');
export const INFORM_PERSON = command<schema.InformPersonInput>('informPerson', 'InformPersonInput');
