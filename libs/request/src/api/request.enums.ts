import { codeEnum, listEnum } from '@mash/graphql';
import { ANSWER_KINDS, DISPUTE_REASONS, PURPOSE_FUNCTIONS, RECIPIENT_TYPES, STATUTORY_POWERS } from '@mash/law';
import { tasks } from '../views/work-body.js';

export const AnswerKindEnum = codeEnum('AnswerKind', 'What an addressee answers to one item.', ANSWER_KINDS);
export const DisputeReasonEnum = codeEnum('DisputeReason', 'Why an addressee disputes a statutory request.', DISPUTE_REASONS);
export const PurposeFunctionEnum = codeEnum('PurposeFunction', 'The function that a statutory request serves.', PURPOSE_FUNCTIONS);
export const RecipientTypeEnum = codeEnum('RecipientType', 'To whom the answer goes.', RECIPIENT_TYPES);
export const StatutoryPowerEnum = codeEnum('StatutoryPower', 'A power on which information can be demanded.', STATUTORY_POWERS);
export const TaskEnum = listEnum('Task', 'What somebody has to do next.', tasks);
export const IdentifierEnum = codeEnum('IdentifiedBy', 'What of somebody\'s identity a request carries.', {
  NAME: { label: 'Name' }, BIRTH: { label: 'Day of birth' }, NHS_NUMBER: { label: 'NHS number' },
});
export const SideEnum = codeEnum('RequestSide', 'On which side of a request your unit is.', { ASKER: { label: 'Your unit asked' }, ADDRESSEE: { label: 'Your unit was asked' } });
export const RequestStatusEnum = codeEnum('RequestStatus', 'How a request stands.', {
  OPEN: { label: 'Something is unanswered' }, DISPUTED: { label: 'Disputed; the duty stays open' }, ANSWERED: { label: 'Everything is answered' },
});
