import type { ArrangementFacts } from '@mash/directory-events';
import type { ArrangementId, Decider, DisclosureId, EnquiryId, Instant, Party, PractitionerId } from '@mash/kernel';
import { enquiryFile, heldBy, personal, reason, rejectIf, sameParty } from '@mash/kernel';
import type { EnquiryGroundCode, UrgencyCode } from '@mash/law';
import type { EnquiryEvent } from '@mash/enquiry-events';
import type { Enquiry } from './enquiry.js';
import { evolve, none } from './enquiry.js';

/** Take on a concern: who leads, who is accountable for decisions, and at least one ground with reasons. */
export interface OpenEnquiryCommand {
  readonly enquiryId: EnquiryId;
  readonly lead: Party;
  readonly arrangementId: ArrangementId;
  readonly area: string;
  readonly accountable: PractitionerId;
  readonly concern: DisclosureId | null;
  readonly receivedAt: Instant;
  readonly summary: string;
  readonly urgency: UrgencyCode;
  readonly immediateDanger: boolean;
  readonly ground: EnquiryGroundCode;
  readonly groundReasons: string;
}

export interface OpenEnquiryFacts {
  readonly now: Instant;
  /** Null when there is no such arrangement. */
  readonly arrangement: ArrangementFacts | null;
}

export const openingEnquiry: Decider<OpenEnquiryCommand, Enquiry, EnquiryEvent, OpenEnquiryFacts> = {
  initial: none,
  evolve,
  decide(command, state, { arrangement, now }) {
    const leads = arrangement !== null
      && (sameParty(arrangement.hub, command.lead) || arrangement.partners.some((partner) => partner.organisationId === command.lead.organisation));
    rejectIf([
      ...state === null ? [] : [reason('1.8', 'ALREADY_OPEN', 'This enquiry is open already.', 'Work in the enquiry that exists.')],
      ...arrangement === null
        ? [reason('1.8', 'ARRANGEMENT_UNKNOWN', 'There is no such safeguarding arrangement.', 'Choose one from the directory.')] : [],
      ...arrangement === null || leads ? [] : [reason('1.8', 'NOT_A_LEAD',
        'Your unit is neither the hub of this arrangement nor part of one of its partners.', 'Choose the arrangement your unit works in.')],
      ...arrangement === null || arrangement.areas.includes(command.area) ? [] : [reason('1.8', 'AREA_NOT_COVERED',
        `The arrangement does not cover the area ${command.area}.`, `It covers ${arrangement.areas.join(', ')}.`)],
      ...command.receivedAt <= now ? [] : [reason('0.R1', 'RECEIVED_IN_FUTURE',
        'The concern cannot have been received in the future.', 'Give the time at which it reached the hub.')],
    ]);
    const { enquiryId, lead, arrangementId, area, accountable, concern, receivedAt, urgency, immediateDanger } = command;
    const held = heldBy(enquiryFile(enquiryId), lead.organisation);
    return [
      { type: 'EnquiryOpened', schema: 1, data: {
        enquiryId, lead, arrangementId, area, accountable, concern, receivedAt, urgency, immediateDanger,
        summary: personal(`enquiry:${enquiryId}:summary`, held, command.summary),
      } },
      { type: 'GroundsRecorded', schema: 1, data: {
        enquiryId, ground: command.ground, by: accountable, reasons: personal(`enquiry:${enquiryId}:grounds:0`, held, command.groundReasons),
      } },
    ];
  },
};
