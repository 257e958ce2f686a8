import type { CommandBus } from '@nestjs/cqrs';
import { ReleaseReliance } from '@mash/consent';
import type { ConsentReliedUpon } from '@mash/consent-events';
import type { SharingDecided } from '@mash/decision-events';
import { SettleConsents } from '@mash/disclosure';
import type { DisclosureMade } from '@mash/disclosure-events';
import type { CommandContext } from '@mash/event-log';
import { commandIdOf } from '@mash/event-log';
import type { ConsentId, DisclosureId, Instant, Recorded, RequestId } from '@mash/kernel';
import { addElapsedHours } from '@mash/law';
import { MarkOverdue, RecordAnswers } from '@mash/request';
import type { InformationRequested } from '@mash/request-events';

/** The events that the steward acts on; others pass by. */
export type Trigger = DisclosureMade | SharingDecided | InformationRequested | ConsentReliedUpon;

/** A clock that was set by an event: what runs when it is due. */
export interface Timer {
  readonly process: 'mark-overdue' | 'release-reliance';
  readonly instance: string;
  /** The other record it concerns; the same as the instance where there is none. */
  readonly of: string;
  readonly due: Instant;
  readonly triggerEvent: string;
}

type Bus = Pick<CommandBus, 'execute'>;

/** The work's identity follows from what set it off: done twice, it is done once. */
const contextOf = (process: string, instance: string, trigger: string): CommandContext => ({
  commandId: commandIdOf('steward', process, instance, trigger), correlationId: trigger, causationId: trigger,
  actor: { kind: 'process', process: `steward:${process}`, agency: null },
});

/** A claim on a consent is held this long for a disclosure that does not come: then whoever claimed it has crashed. */
const claimHeldHours = 1;

/** Which clocks an event sets. */
export function timersOf({ event, id, metadata }: Recorded<Trigger>): Timer[] {
  switch (event.type) {
    case 'InformationRequested': {
      const { requestId, due } = event.data;
      return [{ process: 'mark-overdue', instance: requestId, of: requestId, due, triggerEvent: id }];
    }
    case 'ConsentReliedUpon': {
      const { consentId, disclosureId } = event.data;
      return [{ process: 'release-reliance', instance: consentId, of: disclosureId, due: addElapsedHours(metadata.recordedAt, claimHeldHours), triggerEvent: id }];
    }
    case 'DisclosureMade':
    case 'SharingDecided': return [];
  }
}

/** What is done at once: a request learns of what a decision or a disclosure answered. */
export async function actOn(bus: Bus, { event, id }: Recorded<Trigger>): Promise<void> {
  switch (event.type) {
    case 'DisclosureMade': {
      const { requestId, disclosureId, items } = event.data;
      if (items.some((item) => item.consentId !== null)) await bus.execute(new SettleConsents({ disclosureId }, contextOf('settle-consents', disclosureId, id)));
      if (requestId !== null) await bus.execute(new RecordAnswers({ requestId, disclosureId }, contextOf('record-answers', requestId, id)));
      return;
    }
    case 'SharingDecided': {
      const { requestId, decisionId } = event.data;
      if (requestId !== null) await bus.execute(new RecordAnswers({ requestId, decisionId }, contextOf('record-answers', requestId, id)));
      return;
    }
    case 'InformationRequested':
    case 'ConsentReliedUpon':
  }
}

/** What is done when a clock has run out. The use case looks again: a request answered meanwhile is not overdue. */
export async function ring(bus: Bus, { process, instance, of, triggerEvent }: Timer): Promise<void> {
  const context = contextOf(process, instance, triggerEvent);
  switch (process) {
    case 'mark-overdue':
      await bus.execute(new MarkOverdue({ requestId: instance as RequestId }, context));
      return;
    case 'release-reliance':
      await bus.execute(new ReleaseReliance({ consentId: instance as ConsentId, disclosureId: of as DisclosureId }, context));
  }
}
