import { RequestCommandsResolver } from './api/request-commands.resolver.js';
import { RequestResolver } from './api/request.resolver.js';
import { AllocateRequestHandler } from './use-cases/allocate-request/allocate-request.js';
import { AnswerItemsHandler } from './use-cases/answer-items/answer-items.js';
import { DisputeRequestHandler } from './use-cases/dispute-request/dispute-request.js';
import { IssueStatutoryRequestHandler } from './use-cases/issue-statutory-request/issue-statutory-request.js';
import { MarkOverdueHandler } from './use-cases/mark-overdue/mark-overdue.js';
import { RecordAnswersHandler } from './use-cases/record-answers/record-answers.js';
import { RequestInformationHandler } from './use-cases/request-information/request-information.js';
import { requestView } from './views/request-view.js';
import { workView } from './views/work.js';

export type { AskedItem, Identifier } from './domain/asking.js';
export { AllocateRequest } from './use-cases/allocate-request/allocate-request.js';
export { AnswerItems } from './use-cases/answer-items/answer-items.js';
export type { AskingInput } from './use-cases/asking-input.js';
export { DisputeRequest } from './use-cases/dispute-request/dispute-request.js';
export { IssueStatutoryRequest } from './use-cases/issue-statutory-request/issue-statutory-request.js';
export { MarkOverdue } from './use-cases/mark-overdue/mark-overdue.js';
export { RecordAnswers } from './use-cases/record-answers/record-answers.js';
export { RequestInformation } from './use-cases/request-information/request-information.js';
export type { AnswerBody, RequestBody, RequestItemBody } from './views/request-view.js';
export type { Task, WorkBody } from './views/work-body.js';

export const requestHandlers = [
  RequestInformationHandler, IssueStatutoryRequestHandler, AnswerItemsHandler, RecordAnswersHandler, MarkOverdueHandler, DisputeRequestHandler,
  AllocateRequestHandler,
];
export const requestResolvers = [RequestResolver, RequestCommandsResolver];
export const requestViews = [requestView, workView];
