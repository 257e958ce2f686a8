import type { ConsentEvent, ConsentRecorded, DataCategory, Reliance } from '@mash/consent-events';
import type { ConsentId, EnquiryId, Instant, OrganisationId, Party, PersonId, Row, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type {
  ConsentFormCode, ConsentKindCode, ConsentUseCode, GiverBasisCode, InformedItemCode, NotSoughtReasonCode, SharingPurposeCode,
} from '@mash/law';

/** A consent, a refusal, or that nobody was asked: as a party to it sees it. */
export interface ConsentBody {
  readonly id: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly status: 'GIVEN' | 'INVALID' | 'WITHDRAWN' | 'REFUSED' | 'NOT_SOUGHT';
  readonly giver: PersonId;
  readonly giverName: string | null;
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly mayBeReliedOnBy: readonly Party[];
  readonly giverBasis: GiverBasisCode | null;
  readonly uses: readonly ConsentUseCode[];
  readonly kind: ConsentKindCode | null;
  readonly form: ConsentFormCode | null;
  readonly purposes: readonly SharingPurposeCode[];
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly OrganisationId[];
  readonly informed: readonly InformedItemCode[];
  readonly noticeVersion: string | null;
  /** When it was given or refused; null where nobody was asked. */
  readonly at: Instant | null;
  readonly reviewDue: Instant | null;
  readonly expires: Instant | null;
  readonly words: string | null;
  readonly invalidBecause: readonly string[];
  readonly notSoughtReason: NotSoughtReasonCode | null;
  readonly reliances: readonly Reliance[];
  readonly withdrawal: { readonly at: Instant; readonly reportedBy: Party; readonly words: string | null } | null;
}

/** A refusal or an unasked consent says nothing about any of these. */
const nothingAgreed = {
  mayBeReliedOnBy: [], giverBasis: null, uses: [], kind: null, form: null, purposes: [], categories: [], recipients: [], informed: [],
  noticeVersion: null, at: null, reviewDue: null, expires: null, invalidBecause: [], notSoughtReason: null, reliances: [], withdrawal: null,
} as const;

const keyOf = (consentId: ConsentId, party: Party): string => `${consentId}/${party.unit}`;

const partiesOf = ({ obtainedBy, mayBeReliedOnBy }: Pick<ConsentRecorded['data'], 'obtainedBy' | 'mayBeReliedOnBy'>): readonly Party[] =>
  [obtainedBy, ...mayBeReliedOnBy];

const firstBody = (event: Exclude<ConsentEvent, { type: 'ConsentReliedUpon' | 'RelianceReleased' | 'ConsentWithdrawn' }>): ConsentBody => {
  const { consentId: id, enquiryId, giver, about, obtainedBy } = event.data;
  const said = { ...nothingAgreed, id, enquiryId, giver, about, obtainedBy, giverName: event.data.giverName.value, words: event.data.words.value };
  switch (event.type) {
    case 'ConsentRefused': return { ...said, status: 'REFUSED', at: event.data.at };
    case 'ConsentNotSought': return { ...said, status: 'NOT_SOUGHT', notSoughtReason: event.data.reason };
    case 'ConsentRecorded': {
      const {
        mayBeReliedOnBy, giverBasis, uses, kind, form, purposes, categories, recipients, informed, noticeVersion, givenAt, reviewDue,
        expires, invalidBecause,
      } = event.data;
      return {
        ...said, status: invalidBecause.length > 0 ? 'INVALID' : 'GIVEN', mayBeReliedOnBy, giverBasis, uses, kind, form, purposes,
        categories, recipients, informed, noticeVersion, at: givenAt, reviewDue, expires, invalidBecause,
      };
    }
  }
};

const changed = (row: Row<ConsentBody>, body: Partial<ConsentBody>): Row<ConsentBody> => {
  const after = { ...row.body, ...body };
  return { ...row, body: after, status: after.status };
};

export const consentView: View<ConsentEvent, ConsentBody> = {
  name: 'consent',
  version: 1,
  handles: ['ConsentRecorded', 'ConsentRefused', 'ConsentNotSought', 'ConsentReliedUpon', 'RelianceReleased', 'ConsentWithdrawn'],
  keys({ event }) {
    const { consentId } = event.data;
    switch (event.type) {
      case 'ConsentRecorded': return partiesOf(event.data).map((party) => ({ key: keyOf(consentId, party) }));
      case 'ConsentRefused':
      case 'ConsentNotSought': return [{ key: keyOf(consentId, event.data.obtainedBy) }];
      case 'ConsentReliedUpon':
      case 'RelianceReleased':
      case 'ConsentWithdrawn': return [{ lookup: `consent:${consentId}` }];
    }
  },
  apply(row, { event, metadata }, key) {
    switch (event.type) {
      case 'ConsentRecorded':
      case 'ConsentRefused':
      case 'ConsentNotSought': {
        const body = firstBody(event);
        const party = partiesOf(body).find((each) => keyOf(body.id, each) === key) ?? body.obtainedBy;
        return {
          ...emptyRow(body), agency: party.organisation, units: [party.unit], enquiryId: body.enquiryId,
          lookups: [`consent:${body.id}`, `enquiry:${body.enquiryId}`], status: body.status, sort: metadata.recordedAt,
        };
      }
      case 'ConsentReliedUpon': {
        const { disclosureId, items, sender, recipient } = event.data;
        return row && changed(row, { reliances: [...row.body.reliances, { disclosureId, items, sender, recipient }] });
      }
      case 'RelianceReleased':
        return row && changed(row, { reliances: row.body.reliances.filter((each) => each.disclosureId !== event.data.disclosureId) });
      case 'ConsentWithdrawn': {
        const { at, reportedBy, words } = event.data;
        return row && changed(row, { status: 'WITHDRAWN', withdrawal: { at, reportedBy, words: words?.value ?? null } });
      }
    }
  },
};
