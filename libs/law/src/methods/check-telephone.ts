import { isBlank, problem, unless, type Problem } from '../problem/problem.js';
import { type TelephoneEvidence } from './method-evidence.js';

const callback = (call: TelephoneEvidence): readonly Problem[] => {
  if (call.knownToPractitioner) return [];
  if (isBlank(call.callbackNumber)) {
    return [
      problem(
        '6.R2',
        'NO_RETURN_NUMBER',
        'The caller is not known personally, and there is no number to call back.',
        'Disclose nothing; ask them to have their organisation call, or find its published switchboard number.',
      ),
    ];
  }
  return unless(
    call.callbackNumberSource === 'PUBLISHED_SWITCHBOARD' && call.calledBackAt !== undefined,
    problem(
      '6.R1',
      'NOT_CALLED_BACK_THROUGH_SWITCHBOARD',
      call.callbackNumberSource === 'CALLER_SUPPLIED'
        ? 'The number called back is the one the caller gave, which proves nothing about them.'
        : 'The caller is not known personally, and was not called back through the published switchboard.',
      'Call back through the organisation’s published switchboard number, and record the number and the time.',
    ),
  );
};

/** Who is on the line comes before what is said (6.R1, 6.R2, 6.R9). */
export const checkTelephone = (call: TelephoneEvidence, confidential: boolean): readonly Problem[] => [
  ...unless(
    !isBlank(call.callerName) && call.identifiersChecked.length > 0,
    problem(
      '6.R1',
      'CALLER_NOT_VERIFIED',
      'It is not recorded who the caller is and what was checked.',
      'Take name, organisation and address or other identifiers, and record which were checked.',
    ),
  ),
  ...callback(call),
  ...unless(
    !confidential || call.overheardRiskChecked,
    problem('6', 'MAY_BE_OVERHEARD', 'It was not checked whether the call can be overheard.', 'Move, or have the other side move, and record it.'),
  ),
  ...unless(
    call.voicemail === undefined || !call.voicemail.holdsConfidential || call.voicemail.permissionForVoicemail,
    problem(
      '6.R9',
      'CONFIDENTIAL_VOICEMAIL',
      'Confidential information was to be left on voicemail without permission.',
      'Leave only a request to call back, or obtain permission for voicemail first.',
    ),
  ),
];
