import type { DisclosureMade } from '@mash/disclosure-events';
import type { PersonAddedToEnquiry } from '@mash/enquiry-events';
import type { EnquiryId, Instant, Party, PersonId, PlaceId, Row, RowKey, UnitId, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type { EnquiryCapacityCode } from '@mash/law';
import type { AddressRecorded, PersonDetails, PersonEvent, PersonRegistered, Relation } from '@mash/person-events';
import type { InformationRequested } from '@mash/request-events';
import { termsOf } from '../domain/terms.js';

/**
 * How a unit comes to know of somebody: its own record; asked about them; told of them in a disclosure; or only by a
 * marker that another agency allowed hub workers to see (5.R9).
 */
export type KnownAs = 'OWN' | 'ASKED_ABOUT' | 'DISCLOSED' | 'MARKER';

/** A person as one unit knows them. What a unit records shows in its own row and in nobody else's. */
export interface PersonBody {
  readonly id: PersonId;
  readonly kind: KnownAs;
  readonly details: PersonDetails;
  /** The units known to hold a record: whom to ring. */
  readonly knownTo: readonly Party[];
  readonly addresses: readonly (Omit<AddressRecorded['data'], 'address' | 'by' | 'personId' | 'placeId'> & { readonly placeId: PlaceId; readonly address: string | null })[];
  readonly relations: readonly { readonly to: PersonId; readonly relation: Relation }[];
  readonly enquiries: readonly { readonly enquiryId: EnquiryId; readonly capacity: EnquiryCapacityCode }[];
}

type Handled = Exclude<PersonEvent, { type: 'PeopleSearched' }> | PersonAddedToEnquiry | InformationRequested | DisclosureMade;

const keyOf = (personId: string, unit: UnitId): RowKey => ({ key: `${personId}/${unit}` });
const unitOf = (key: string): string => key.slice(key.indexOf('/') + 1);
const personOf = (key: string): string => key.slice(0, key.indexOf('/'));

const nothingKnown: PersonDetails = {
  givenName: null, familyName: null, alsoKnownAs: [], birth: { kind: 'UNKNOWN' }, sex: 'UNKNOWN', nhsNumber: null, address: null,
};

/** How well a unit knows somebody: a row is never taken back to a lesser kind. */
const rank: Readonly<Record<KnownAs, number>> = { MARKER: 0, ASKED_ABOUT: 1, DISCLOSED: 2, OWN: 3 };

interface Learned {
  readonly kind: KnownAs;
  readonly party: Party;
  readonly details: Partial<PersonDetails> | null;
  readonly knownTo: readonly Party[];
  readonly enquiry?: PersonBody['enquiries'][number] | undefined;
}

/** The row of one unit after it learned of somebody. */
function learned(row: Row<PersonBody> | null, personId: PersonId, { kind, party, details, knownTo, enquiry }: Learned, at: Instant): Row<PersonBody> {
  const before = row?.body ?? { id: personId, kind, details: nothingKnown, knownTo: [], addresses: [], relations: [], enquiries: [] };
  const better = row === null || rank[kind] > rank[before.kind];
  const parties = new Map([...before.knownTo, ...knownTo].map((each) => [each.unit, each]));
  const others = before.enquiries.filter((each) => each.enquiryId !== enquiry?.enquiryId);
  const body: PersonBody = {
    ...before, kind: better ? kind : before.kind, knownTo: [...parties.values()],
    details: better ? { ...before.details, ...details } : before.details,
    enquiries: enquiry ? [...others, enquiry] : before.enquiries,
  };
  return {
    ...row ?? { ...emptyRow(body), sort: at },
    agency: party.organisation, units: [party.unit], body, status: body.kind, terms: better && details !== null ? termsFor(row, details) : row?.terms ?? [],
    lookups: [`person:${personId}`, ...body.enquiries.map((each) => `enquiry:${each.enquiryId}`)],
  };
}

/** A marker is found by all that the registering agency knows, though it shows only some of it. */
const termsFor = (row: Row<PersonBody> | null, details: Partial<PersonDetails>): string[] =>
  [...new Set([...row?.terms ?? [], ...termsOf(details)])];

/** A marker says that there is a record, whose it is, and enough to know whether it is the same person: no more. */
function registered(row: Row<PersonBody> | null, { personId, by, details, markerFor }: PersonRegistered['data'], key: string, at: Instant): Row<PersonBody> | null {
  if (unitOf(key) === by.unit) return learned(row, personId, { kind: 'OWN', party: by, details: details.value, knownTo: [by] }, at);
  const hub = markerFor.find((party) => party.unit === unitOf(key));
  if (!hub) return row;
  const { givenName, familyName, birth } = details.value ?? nothingKnown;
  const marker = learned(row, personId, { kind: 'MARKER', party: hub, details: { givenName, familyName, birth }, knownTo: [by] }, at);
  return { ...marker, terms: termsOf(details.value ?? nothingKnown) };
}

const withinUnit = ({ recipient, items }: DisclosureMade['data']): Party | null =>
  // What only named people may read must not show to their colleagues, not even by whom it is about.
  (recipient.unit === null || items.some((item) => item.restrictions.some((each) => each.code === 'NAMED_RECIPIENTS'))
    ? null : { organisation: recipient.organisation, unit: recipient.unit });

export const personView: View<Handled, PersonBody> = {
  name: 'person',
  version: 1,
  handles: ['PersonRegistered', 'PersonRelated', 'AddressRecorded', 'PersonAddedToEnquiry', 'InformationRequested', 'DisclosureMade'],
  keys({ event }): readonly RowKey[] {
    switch (event.type) {
      case 'PersonRegistered': return [event.data.by, ...event.data.markerFor].map((party) => keyOf(event.data.personId, party.unit));
      case 'PersonRelated': return [event.data.personId, event.data.to].map((personId) => keyOf(personId, event.data.by.unit));
      case 'AddressRecorded': return [keyOf(event.data.personId, event.data.by.unit)];
      case 'PersonAddedToEnquiry': return [keyOf(event.data.personId, event.data.lead.unit)];
      case 'InformationRequested': {
        const { unit } = event.data.to;
        return unit === null ? [] : event.data.people.map((person) => keyOf(person.personId, unit));
      }
      case 'DisclosureMade': {
        const recipient = withinUnit(event.data);
        return recipient === null ? [] : event.data.people.map((person) => keyOf(person.personId, recipient.unit));
      }
    }
  },
  apply(row, { event, metadata }, key): Row<PersonBody> | null {
    const at = metadata.recordedAt;
    switch (event.type) {
      case 'PersonRegistered': return registered(row, event.data, key, at);
      case 'PersonRelated': {
        const { personId, to, relation } = event.data;
        const relations = personOf(key) === personId ? { to, relation } : { to: personId, relation: reverse[relation] };
        return row && { ...row, body: { ...row.body, relations: [...row.body.relations, relations] } };
      }
      case 'AddressRecorded': {
        const { placeId, kind, area, from, isProtected, address } = event.data;
        return row && { ...row, body: { ...row.body, addresses: [...row.body.addresses, { placeId, kind, area, from, isProtected, address: address.value }] } };
      }
      case 'PersonAddedToEnquiry': {
        const { personId, enquiryId, capacity, lead, identification } = event.data;
        return learned(row, personId, { kind: 'OWN', party: lead, details: identification.value, knownTo: [], enquiry: { enquiryId, capacity } }, at);
      }
      case 'InformationRequested': {
        const { people, to, from, enquiryId } = event.data;
        const person = people.find((each) => each.personId === personOf(key));
        if (!person || to.unit === null) return row;
        return learned(row, person.personId, {
          kind: 'ASKED_ABOUT', party: { organisation: to.organisation, unit: to.unit }, details: person.identification.value,
          knownTo: [from], enquiry: { enquiryId, capacity: person.capacity },
        }, at);
      }
      case 'DisclosureMade': return toldOf(row, event.data, key, at);
    }
  },
};

function toldOf(row: Row<PersonBody> | null, disclosure: DisclosureMade['data'], key: string, at: Instant): Row<PersonBody> | null {
  const recipient = withinUnit(disclosure);
  const person = disclosure.people.find((each) => each.personId === personOf(key));
  if (!person || recipient === null) return row;
  const { sender } = disclosure;
  const knownTo = sender.unit === null ? [] : [{ organisation: sender.organisation, unit: sender.unit }];
  return learned(row, person.personId, { kind: 'DISCLOSED', party: recipient, details: person.identification.value, knownTo }, at);
}

const reverse: Readonly<Record<Relation, Relation>> = {
  PARENT_OF: 'CHILD_OF', CHILD_OF: 'PARENT_OF', SIBLING_OF: 'SIBLING_OF', PARTNER_OF: 'PARTNER_OF',
  // The other side of these has no word of its own in the list.
  GRANDPARENT_OF: 'OTHER', CARER_OF: 'OTHER', OTHER: 'OTHER',
};
