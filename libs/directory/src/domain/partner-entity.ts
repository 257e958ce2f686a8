import type { OrganisationFacts } from '@mash/directory-events';
import type { Reason } from '@mash/kernel';
import { reason } from '@mash/kernel';
import type { OrganisationKindCode, PartnerKindCode } from '@mash/law';
import { checkPartnerEntity, parseGssCode } from '@mash/law';

const partnerKindOf: Partial<Record<OrganisationKindCode, PartnerKindCode>> = {
  LOCAL_AUTHORITY: 'LA', INTEGRATED_CARE_BOARD: 'ICB', CLINICAL_COMMISSIONING_GROUP: 'CCG', POLICE_FORCE: 'POLICE_CHIEF_OFFICER',
};

/** 13.R1: only a body of a kind that the law names, with the area code of such a body, can be a safeguarding partner. */
export function checkCanBePartner(organisation: OrganisationFacts, as: PartnerKindCode | null): readonly Reason[] {
  const kind = partnerKindOf[organisation.kind];
  if (kind === undefined || (as !== null && as !== kind)) {
    return [reason('13.R1', 'NOT_A_PARTNER_KIND', `${organisation.name} is not a body that can be a safeguarding partner in this place.`,
      'A partner is a local authority, an integrated care board, or a chief officer of police.')];
  }
  const area = organisation.codes.find((code) => code.scheme === 'GSS');
  const read = area && parseGssCode(area.value);
  if (!read?.ok) {
    return [reason('13.R1', 'NO_AREA_CODE', `${organisation.name} is registered without an area code.`, 'Register it with the GSS code of its area.')];
  }
  return checkPartnerEntity(kind, read.value);
}
