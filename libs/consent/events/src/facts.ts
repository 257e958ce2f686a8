import type { ConsentId, EnquiryId, Instant, OrganisationId, Party, PersonId } from '@mash/kernel';
import type { ConsentFormCode, ConsentKindCode, ConsentUseCode, GiverBasisCode, InformedItemCode, SharingPurposeCode } from '@mash/law';
import type { ConsentEvent, ConsentRecorded, DataCategory, Reliance } from './consent-events.js';

/** A consent that was given, and how far it goes. */
export interface GivenConsent {
  readonly status: 'GIVEN' | 'WITHDRAWN';
  readonly consentId: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly giver: PersonId;
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly mayBeReliedOnBy: readonly Party[];
  readonly giverBasis: GiverBasisCode;
  readonly kind: ConsentKindCode;
  readonly form: ConsentFormCode;
  readonly uses: readonly ConsentUseCode[];
  readonly purposes: readonly SharingPurposeCode[];
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly OrganisationId[];
  readonly informed: readonly InformedItemCode[];
  readonly noticeVersion: string;
  readonly givenAt: Instant;
  readonly expires: Instant | null;
  readonly withdrawnAt: Instant | null;
  readonly invalidBecause: readonly string[];
  /** Disclosures that rest on it now. */
  readonly reliances: readonly Reliance[];
}

/** What another context may need to know of a consent; null before anything was recorded. */
export type ConsentStanding =
  | GivenConsent
  | {
    readonly status: 'REFUSED' | 'NOT_SOUGHT'; readonly consentId: ConsentId; readonly enquiryId: EnquiryId;
    readonly giver: PersonId; readonly about: readonly PersonId[]; readonly obtainedBy: Party;
  };

const given = (data: ConsentRecorded['data']): GivenConsent => {
  const {
    consentId, enquiryId, giver, about, obtainedBy, mayBeReliedOnBy, giverBasis, kind, form, uses, purposes, categories, recipients,
    informed, noticeVersion, givenAt, expires, invalidBecause,
  } = data;
  return {
    status: 'GIVEN', consentId, enquiryId, giver, about, obtainedBy, mayBeReliedOnBy, giverBasis, kind, form, uses, purposes, categories,
    recipients, informed, noticeVersion, givenAt, expires, invalidBecause, withdrawnAt: null, reliances: [],
  };
};

export const consentFacts = {
  initial: null as ConsentStanding | null,
  evolve(state: ConsentStanding | null, event: ConsentEvent): ConsentStanding | null {
    switch (event.type) {
      case 'ConsentRecorded': return given(event.data);
      case 'ConsentRefused':
      case 'ConsentNotSought': {
        const { consentId, enquiryId, giver, about, obtainedBy } = event.data;
        return { status: event.type === 'ConsentRefused' ? 'REFUSED' : 'NOT_SOUGHT', consentId, enquiryId, giver, about, obtainedBy };
      }
      case 'ConsentReliedUpon': {
        if (state === null || !('reliances' in state)) return state;
        const { disclosureId, items, sender, recipient } = event.data;
        return { ...state, reliances: [...state.reliances, { disclosureId, items, sender, recipient }] };
      }
      case 'RelianceReleased':
        if (state === null || !('reliances' in state)) return state;
        return { ...state, reliances: state.reliances.filter((each) => each.disclosureId !== event.data.disclosureId) };
      case 'ConsentWithdrawn':
        return state === null || !('reliances' in state) ? state : { ...state, status: 'WITHDRAWN', withdrawnAt: event.data.at };
    }
  },
};

/** Whether the party obtained this consent, or was named as one that may rely on it. */
export const mayUseConsent = (consent: ConsentStanding, party: Party): boolean =>
  [consent.obtainedBy, ...('mayBeReliedOnBy' in consent ? consent.mayBeReliedOnBy : [])]
    .some((each) => each.organisation === party.organisation && each.unit === party.unit);
