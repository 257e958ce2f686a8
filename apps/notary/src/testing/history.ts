import { randomUUID } from 'node:crypto';
import type { MandateGiven, MandateEnded } from '@mash/access-events';
import type { PractitionerEvent, Role } from '@mash/directory-events';
import type { EnquiryEvent } from '@mash/enquiry-events';
import type { Journal } from '@mash/event-log';
import type {
  ArrangementId, CommandId, EnquiryId, EventActor, EventId, Instant, MandateId, OrganisationId, PersonId, PostId, PractitionerId, UnitId,
} from '@mash/kernel';
import { enquiryFile, heldBy, personal, staffFile } from '@mash/kernel';
import { accounts, amara, auditRoom, council, force, gareth, hubDesk, inspectorate, noor, policeDesk, tess } from './people.js';

export const longAgo = '2026-01-01T00:00:00.000Z' as Instant;
export const farAhead = '2126-01-01T00:00:00.000Z' as Instant;

export const ours = '10000000-0000-4000-8000-0000000000e1' as EnquiryId;
export const theirs = '10000000-0000-4000-8000-0000000000e2' as EnquiryId;
const child = '20000000-0000-4000-8000-000000000001' as PersonId;

type Event = PractitionerEvent | EnquiryEvent | MandateGiven | MandateEnded;

/** Writes events as use cases would, and remembers the id of each. */
export class History {
  private readonly revisions = new Map<string, bigint>();

  constructor(private readonly journal: Journal, private readonly issuer: () => string) {}

  async append(stream: string, event: Event, by: readonly [PractitionerId, OrganisationId] | null, enquiryId: EnquiryId | null = null): Promise<EventId> {
    const actor: EventActor = by ? { kind: 'practitioner', practitioner: by[0], agency: by[1] } : { kind: 'process', process: 'set-up', agency: null };
    const before = this.revisions.get(stream);
    const { revision } = await this.journal.append(stream, before ?? 'none', [event], {
      commandId: randomUUID() as string as CommandId, correlationId: randomUUID(), actor,
    }, { enquiryId, subjects: enquiryId ? [child] : [] });
    this.revisions.set(stream, revision);
    const written = await this.journal.log.readOne(stream, revision);
    return written?.id as EventId;
  }

  async register(practitionerId: PractitionerId, organisationId: OrganisationId, unitId: UnitId, roles: readonly Role[]): Promise<EventId> {
    const account = Object.values(accounts).find((each) => each.practitioner === practitionerId);
    await this.append(`practitioner-${practitionerId}`, { type: 'PractitionerRegistered', schema: 1, data: {
      practitionerId, organisationId, account: account ? { issuer: this.issuer(), subject: account.subject } : null,
      name: personal(`practitioner:${practitionerId}`, heldBy(staffFile(organisationId), organisationId), 'Invented Name'),
    } }, null);
    return this.append(`practitioner-${practitionerId}`, { type: 'PostTaken', schema: 1, data: {
      practitionerId, organisationId, unitId, roles, title: 'Post', from: longAgo, postId: randomUUID() as string as PostId } }, null);
  }

  openEnquiry(enquiryId: EnquiryId, organisation: OrganisationId, unit: UnitId, by: PractitionerId, summary: string): Promise<EventId> {
    return this.append(`enquiry-${enquiryId}`, { type: 'EnquiryOpened', schema: 1, data: {
      enquiryId, lead: { organisation, unit }, arrangementId: randomUUID() as string as ArrangementId, area: 'E06000999', accountable: by, concern: null,
      receivedAt: longAgo, urgency: 'ROUTINE', immediateDanger: false,
      summary: personal(`enquiry:${enquiryId}:summary`, heldBy(enquiryFile(enquiryId), organisation), summary),
    } }, [by, organisation], enquiryId);
  }

  /** Told by the council, and only the force holds the words. */
  informed(told: string): Promise<EventId> {
    return this.append(`enquiry-${ours}`, { type: 'PersonInformed', schema: 1, data: {
      enquiryId: ours, personId: child, at: longAgo, by: amara, told: personal(`told:${randomUUID()}`, heldBy(enquiryFile(ours), force), told),
    } }, [amara, council], ours);
  }

  grounds(reasons: string): Promise<EventId> {
    return this.append(`enquiry-${ours}`, { type: 'GroundsRecorded', schema: 1, data: {
      enquiryId: ours, ground: 'CA1989_S47', by: amara, reasons: personal(`grounds:${randomUUID()}`, heldBy(enquiryFile(ours), council), reasons),
    } }, [amara, council], ours);
  }

  async mandate(agency: OrganisationId, until: Instant = farAhead): Promise<MandateId> {
    const mandateId = randomUUID() as string as MandateId;
    await this.append(`mandate-${mandateId}`, { type: 'MandateGiven', schema: 1, data: {
      mandateId, auditor: noor, auditorAgency: inspectorate, agency, givenBy: amara, from: longAgo, until,
      purpose: personal(`mandate:${mandateId}:purpose`, heldBy(staffFile(agency), agency), 'Yearly audit'),
    } }, [amara, agency]);
    return mandateId;
  }

  endMandate(mandateId: MandateId, agency: OrganisationId): Promise<EventId> {
    return this.append(`mandate-${mandateId}`, { type: 'MandateEnded', schema: 1, data: { mandateId, at: longAgo } }, [amara, agency]);
  }
}

/** Two agencies with an enquiry each, two auditors, and nothing that joins them. */
export async function writeHistory(history: History): Promise<{ readonly opened: EventId; readonly police: EventId; readonly posted: EventId }> {
  await history.register(noor, inspectorate, auditRoom, ['auditor']);
  await history.register(tess, inspectorate, auditRoom, ['auditor']);
  await history.register(gareth, force, policeDesk, ['hub-worker']);
  const posted = await history.register(amara, council, hubDesk, ['social-worker']);
  const opened = await history.openEnquiry(ours, council, hubDesk, amara, 'Two siblings alone at night');
  const police = await history.openEnquiry(theirs, force, policeDesk, gareth, 'Calls to an address');
  return { opened, police, posted };
}
