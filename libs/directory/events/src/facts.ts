import type { Instant, OrganisationId, Party, PractitionerId, UnitId } from '@mash/kernel';
import type { OrganisationCapacityCode, OrganisationKindCode, PartnerKindCode } from '@mash/law';
import type { ArrangementEvent } from './arrangement-events.js';
import type { OrganisationCode, OrganisationEvent } from './organisation-events.js';
import type { PractitionerEvent, Role } from './practitioner-events.js';

/** What another context may need to know of an organisation, folded from its stream; null before it is registered. */
export interface OrganisationFacts {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKindCode;
  readonly codes: readonly OrganisationCode[];
  readonly publishedNumber: string;
  readonly usesHub: boolean;
  readonly units: readonly { readonly unitId: UnitId; readonly name: string; readonly telephone: string; readonly receivesRequests: boolean }[];
  readonly capacities: readonly { readonly capacity: OrganisationCapacityCode; readonly from: Instant; readonly to: Instant | null }[];
}

export const organisationFacts = {
  initial: null as OrganisationFacts | null,
  evolve(state: OrganisationFacts | null, event: OrganisationEvent): OrganisationFacts | null {
    if (event.type === 'OrganisationRegistered') return { ...event.data, units: [], capacities: [] };
    if (state === null) return null;
    switch (event.type) {
      case 'UnitOpened': return { ...state, units: [...state.units, event.data] };
      case 'OrganisationCapacityGranted':
        return { ...state, capacities: [...state.capacities, { capacity: event.data.capacity, from: event.data.from, to: null }] };
      case 'OrganisationCapacityEnded':
        return { ...state, capacities: state.capacities.map((held) => (
          held.capacity === event.data.capacity && held.to === null ? { ...held, to: event.data.at } : held)) };
    }
  },
};

/** Whether the organisation held a legal capacity at a moment. */
export const hasCapacityAt = (organisation: OrganisationFacts, capacity: OrganisationCapacityCode, at: Instant): boolean =>
  organisation.capacities.some((held) => held.capacity === capacity && held.from <= at && (held.to === null || at < held.to));

/** What another context may need to know of a practitioner; null before registration. */
export interface PractitionerFacts {
  readonly practitionerId: PractitionerId;
  readonly organisationId: OrganisationId;
  readonly name: string | null;
  readonly hasAccount: boolean;
  readonly posts: readonly {
    readonly postId: string; readonly organisationId: OrganisationId; readonly unitId: UnitId; readonly title: string;
    readonly roles: readonly Role[]; readonly from: Instant; readonly to: Instant | null;
  }[];
  readonly absence: { readonly from: Instant; readonly until: Instant; readonly coveredBy: PractitionerId } | null;
}

export const practitionerFacts = {
  initial: null as PractitionerFacts | null,
  evolve(state: PractitionerFacts | null, event: PractitionerEvent): PractitionerFacts | null {
    if (event.type === 'PractitionerRegistered') {
      const { practitionerId, organisationId, name, account } = event.data;
      return { practitionerId, organisationId, name: name.value, hasAccount: account !== null, posts: [], absence: null };
    }
    if (state === null) return null;
    switch (event.type) {
      case 'PostTaken': return { ...state, posts: [...state.posts, { ...event.data, to: null }] };
      case 'PostLeft':
        return { ...state, posts: state.posts.map((post) => (post.postId === event.data.postId ? { ...post, to: event.data.at } : post)) };
      case 'AbsenceRecorded': return { ...state, absence: event.data };
      case 'AbsenceEnded': return { ...state, absence: null };
    }
  },
};

/** Whether the practitioner holds a post in the unit at a moment. */
export const worksIn = (practitioner: PractitionerFacts, party: Party, at: Instant): boolean => practitioner.posts.some((post) =>
  post.organisationId === party.organisation && post.unitId === party.unit && post.from <= at && (post.to === null || at < post.to));

/** Who does somebody's work at a moment: they, or the colleague who covers while they are away. */
export const doesTheWorkOf = (practitioner: PractitionerId, absence: PractitionerFacts['absence'], at: Instant): PractitionerId =>
  (absence !== null && absence.from <= at && at < absence.until ? absence.coveredBy : practitioner);

/** What another context may need to know of a local safeguarding arrangement. */
export interface ArrangementFacts {
  readonly areas: readonly string[];
  readonly partners: readonly { readonly organisationId: OrganisationId; readonly kind: PartnerKindCode }[];
  readonly relevantAgencies: readonly OrganisationId[];
  readonly hub: Party;
  readonly from: Instant;
  readonly signatories: readonly {
    readonly organisationId: OrganisationId; readonly practitionerId: PractitionerId; readonly reference: string; readonly from: Instant;
  }[];
}

export const arrangementFacts = {
  initial: null as ArrangementFacts | null,
  evolve(state: ArrangementFacts | null, event: ArrangementEvent): ArrangementFacts | null {
    switch (event.type) {
      case 'ArrangementMade': return { ...event.data, signatories: [] };
      case 'SignatoryDelegated': return state === null ? null : { ...state, signatories: [...state.signatories, event.data] };
    }
  },
};
