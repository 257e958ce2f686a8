import { randomUUID } from 'node:crypto';
import type { MandateEnded } from '@mash/access-events';
import type { ConsentNotSought, ConsentRefused, RelianceReleased } from '@mash/consent-events';
import type { DecisionSuperseded } from '@mash/decision-events';
import type { AbsenceEnded, OrganisationCapacityEnded, PostLeft } from '@mash/directory-events';
import type { ConsentLost, OnwardShareRefused, OriginatorRefused } from '@mash/disclosure-events';
import type { DomainEvent, Instant, Personal } from '@mash/kernel';
import { personal } from '@mash/kernel';
import type { RequestDisputed } from '@mash/request-events';

/** An event for a stream of its own. */
export interface Rare {
  readonly stream: string;
  readonly event: DomainEvent;
}

const fresh = <Id extends string>(): Id => randomUUID() as Id;
const at = '2026-11-20T10:00:00.000Z' as Instant;
const words = (text: string): Personal<string> => personal(`sample:${randomUUID()}`, [{ controller: fresh(), file: `enquiry:${randomUUID()}` }], text);
const party = () => ({ organisation: fresh<never>(), unit: fresh<never>() });

/** What the story of the sample town leaves out: typed, so that the compiler holds each to what the product writes. */
export function rareEvents(): Rare[] {
  const [practitionerId, organisationId, consentId, disclosureId] = [fresh<never>(), fresh<never>(), fresh<never>(), fresh<never>()];
  const asked = { consentId, enquiryId: fresh<never>(), giver: fresh<never>(), giverName: words('Dean Farrow'), about: [fresh<never>()], obtainedBy: party() };
  return [
    { stream: `practitioner-${practitionerId}`, event: { type: 'AbsenceEnded', schema: 1, data: { practitionerId, at } } satisfies AbsenceEnded },
    { stream: `practitioner-${practitionerId}`, event: { type: 'PostLeft', schema: 1, data: { practitionerId, postId: fresh<never>(), at } } satisfies PostLeft },
    { stream: `organisation-${organisationId}`, event: { type: 'OrganisationCapacityEnded', schema: 1, data: { organisationId, capacity: 'RELEVANT_AGENCY', at } } satisfies OrganisationCapacityEnded },
    { stream: `consent-${consentId}`, event: { type: 'ConsentRefused', schema: 1, data: { ...asked, at, words: words('He would rather that the school did not know.') } } satisfies ConsentRefused },
    { stream: `consent-${consentId}`, event: { type: 'ConsentNotSought', schema: 1, data: { ...asked, reason: 'KNOWING_RAISES_RISK', words: words('Asking would have warned him.') } } satisfies ConsentNotSought },
    { stream: `consent-${consentId}`, event: { type: 'RelianceReleased', schema: 1, data: { consentId, disclosureId } } satisfies RelianceReleased },
    { stream: `decision-${fresh()}`, event: { type: 'DecisionSuperseded', schema: 1, data: { decisionId: fresh<never>(), supersededBy: fresh<never>() } } satisfies DecisionSuperseded },
    { stream: `mandate-${fresh()}`, event: { type: 'MandateEnded', schema: 1, data: { mandateId: fresh<never>(), at } } satisfies MandateEnded },
    { stream: `disclosure-${disclosureId}`, event: { type: 'OriginatorRefused', schema: 1, data: { disclosureId, approvalId: fresh<never>(), by: practitionerId, reasons: words('The source would be known by it.') } } satisfies OriginatorRefused },
    { stream: `disclosure-${disclosureId}`, event: { type: 'OnwardShareRefused', schema: 1, data: {
      disclosureId, itemId: fresh<never>(), by: party(), recipient: organisationId, reasons: [{ rule: '5.R5', code: 'ORIGINATOR_NOT_APPROVED' }] } } satisfies OnwardShareRefused },
    { stream: `disclosure-${disclosureId}`, event: { type: 'ConsentLost', schema: 1, data: { disclosureId, consentId, items: [fresh<never>()] } } satisfies ConsentLost },
    { stream: `request-${fresh()}`, event: { type: 'RequestDisputed', schema: 1, data: { requestId: fresh<never>(), reason: 'DISPROPORTIONATE', words: words('Two years of records for one date.') } } satisfies RequestDisputed },
  ];
}
