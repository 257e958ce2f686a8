import type { schema } from '@mash/web-data-access';
import { command } from '@mash/web-data-access';

export const REQUEST_INFORMATION = command<schema.RequestInformationInput>('requestInformation', 'RequestInformationInput');
export const ISSUE_STATUTORY_REQUEST = command<schema.IssueStatutoryRequestInput>('issueStatutoryRequest', 'IssueStatutoryRequestInput');
export const ALLOCATE_REQUEST = command<schema.AllocateRequestInput>('allocateRequest', 'AllocateRequestInput');
export const DISPUTE_REQUEST = command<schema.DisputeRequestInput>('disputeRequest', 'DisputeRequestInput');
export const ANSWER_ITEMS = command<schema.AnswerItemsInput>('answerItems', 'AnswerItemsInput');
