import { randomUUID } from 'node:crypto';
import type { AuditPerformed } from '@mash/access-events';
import type { Journal } from '@mash/event-log';
import type { Actor, OrganisationId, PractitionerId } from '@mash/kernel';
import { personal, staffFile } from '@mash/kernel';
import { ReadsStream } from '../record-reads/reads-stream.js';

/** What an auditor is about to be shown. */
export interface Audit {
  readonly operation: string;
  readonly auditor: Actor;
  readonly purpose: string | null;
  /** Agencies whose mandate was used: they hold a copy of the purpose, so that they can audit their auditor. */
  readonly mandatedBy: readonly OrganisationId[];
  /** The ids of opened events, or `view:key` of opened rows; empty when nothing was opened. */
  readonly opened: readonly string[];
  /** Whose eyes the auditor looked through, and as of which event. */
  readonly practitioner: PractitionerId | null;
  readonly through: string | null;
}

/** Appends what auditors do, before they are answered: auditing the audit (11.R18). */
export class AuditRecorder {
  private readonly reads: ReadsStream<AuditPerformed>;

  constructor(journal: Journal, process: string) {
    this.reads = new ReadsStream(journal, process);
  }

  /** Resolves when the audit is in the log. @throws LogUnavailable when it could not be recorded: then nothing may be shown. */
  record({ operation, auditor, purpose, mandatedBy, opened, practitioner, through }: Audit): Promise<void> {
    const holders = [...new Set([auditor.agency, ...mandatedBy])].map((controller) => ({ controller, file: staffFile(controller) }));
    return this.reads.append([{ type: 'AuditPerformed', schema: 1, data: {
      operation, auditor: auditor.practitioner, agency: auditor.agency, opened, practitioner, through,
      purpose: purpose === null ? null : personal(`audit:${randomUUID()}:purpose`, holders, purpose),
    } }]);
  }
}
