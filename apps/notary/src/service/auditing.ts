import { Injectable } from '@nestjs/common';
import { AuditRecorder } from '@mash/access';
import type { Audit } from '@mash/access';
import { Journal } from '@mash/event-log';
import type { Actor, Instant, OrganisationId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { Follower } from '../following/follower.js';

/** What an operation found, and what of it counts as opened. A null answer is told like a missing record, and recorded all the same. */
export interface Found<Answer> {
  readonly answer: Answer | null;
  readonly opened?: Audit['opened'];
  readonly through?: Audit['through'];
}

/** Who audits, under whose mandates, at which moment. */
export interface Auditing {
  readonly auditor: Actor;
  readonly mandatedBy: readonly OrganisationId[];
  readonly now: Instant;
}

/** The one way to answer an auditor: their mandates are looked up, the work is done, and the audit is in the log before the answer goes out (11.R18). */
@Injectable()
export class Audits {
  constructor(private readonly follower: Follower, private readonly recorder: AuditRecorder, private readonly journal: Journal) {}

  /** @throws LogUnavailable when the audit could not be recorded: no event, no data; NotFound when there is nothing to show */
  async answer<Answer>(
    asked: Pick<Audit, 'operation' | 'auditor'> & Partial<Pick<Audit, 'purpose' | 'practitioner'>>, work: (auditing: Auditing) => Promise<Found<Answer>>,
  ): Promise<Answer> {
    const { operation, auditor, purpose = null, practitioner = null } = asked;
    const now = this.journal.clock.now();
    const mandatedBy = await this.follower.openTo(auditor, now);
    const { answer, opened = [], through = null } = await work({ auditor, mandatedBy, now });
    await this.recorder.record({ operation, auditor, purpose, practitioner, mandatedBy, opened, through });
    if (answer === null) throw new NotFound();
    return answer;
  }
}
