import { describe, it } from '@jest/globals';
import type { RequestEvent } from '@mash/request-events';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { answered, at, council, enquiryId, item, requested, requestId, signatory, statutoryPart, trust, worker } from '../testing/wexcombe.js';
import { allocatingRequest } from './allocate-request.js';
import { disputingRequest } from './dispute-request.js';
import { markingOverdue } from './mark-overdue.js';

describe('marking a request overdue', () => {
  const due = { now: at('2026-11-03T09:00:00.000Z') };
  const overdue: RequestEvent = { type: 'RequestOverdue', schema: 1, data: { requestId, due: due.now, unanswered: [item] } };
  const given = decisionSpec(markingOverdue).given;
  it('happens when the time has come', () => given(requested()).knowing(due).when(null).expectEvents(overdue));
  it('happens once', () => given(requested(), overdue).knowing(due).when(null).expectNothing());
  it('does not happen before', () => given(requested()).knowing({ now: at('2026-11-03T08:59:59.999Z') }).when(null).expectNothing());
  it('does not happen once all is answered', () => given(requested(), answered({ kind: 'NOTHING_KNOWN' })).knowing(due).when(null).expectNothing());
  it('happens though a question came back', () => given(requested(), answered({ kind: 'CLARIFY' })).knowing(due).when(null).expectEvents(overdue));
});

describe('disputing a request', () => {
  const command = { reason: 'DISPROPORTIONATE', words: 'Ten years of files.', recordId: 'x' } as const;
  const disputed: RequestEvent = { type: 'RequestDisputed', schema: 1, data: { requestId, reason: 'DISPROPORTIONATE', words: personal(
    `request:${requestId}:dispute:x`, heldBy(enquiryFile(enquiryId), council.organisation, trust.organisation), 'Ten years of files.') } };
  const statutory = requested({ statutory: statutoryPart });
  it('1.R8 is recorded with its reason', () => decisionSpec(disputingRequest).given(statutory).knowing(null).when(command).expectEvents(disputed));
  it('1.R8 leaves the duty open: the time still runs out', () => decisionSpec(markingOverdue).given(statutory, disputed)
    .knowing({ now: at('2026-11-03T09:00:00.000Z') }).when(null).expectEvents({ type: 'RequestOverdue', schema: 1, data: { requestId, due: at('2026-11-03T09:00:00.000Z'), unanswered: [item] } }));
  it('1.R8 refuses a dispute without words', () => decisionSpec(disputingRequest).given(statutory).knowing(null).when({ ...command, words: ' ' }).expectRejection('1.R8 DISPUTE_WITHOUT_REASONS'));
  it('1.R8 refuses to dispute what rests on no power', () => decisionSpec(disputingRequest).given(requested()).knowing(null).when(command).expectRejection('1.R8 NOT_A_STATUTORY_REQUEST'));
});

describe('allocating a request', () => {
  const allocated: RequestEvent = { type: 'RequestAllocated', schema: 1, data: { requestId, worker, handedOverFrom: null } };
  const given = decisionSpec(allocatingRequest).given;
  it('says from whom it was handed over', () => {
    given(requested()).knowing({ worksThere: true }).when({ worker }).expectEvents(allocated);
    given(requested(), allocated).knowing({ worksThere: true }).when({ worker: signatory })
      .expectEvents({ type: 'RequestAllocated', schema: 1, data: { requestId, worker: signatory, handedOverFrom: worker } });
  });
  it('does nothing when they have it already', () => given(requested(), allocated).knowing({ worksThere: true }).when({ worker }).expectNothing());
  it('13.8 refuses a worker of another unit', () => given(requested()).knowing({ worksThere: false }).when({ worker }).expectRejection('13.8 WORKER_NOT_IN_UNIT'));
});
