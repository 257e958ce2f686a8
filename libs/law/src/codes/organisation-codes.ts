import { type CodeOf } from './code-list.js';

export const ORGANISATION_KINDS = {
  LOCAL_AUTHORITY: { label: 'Local authority', publicAuthority: true },
  POLICE_FORCE: { label: 'Police force', publicAuthority: true },
  INTEGRATED_CARE_BOARD: { label: 'Integrated care board', publicAuthority: true },
  CLINICAL_COMMISSIONING_GROUP: { label: 'Clinical commissioning group (until 30 June 2022)', publicAuthority: true },
  NHS_TRUST: { label: 'NHS trust or foundation trust', publicAuthority: true },
  GP_PRACTICE: { label: 'GP practice', publicAuthority: true },
  SCHOOL_OR_COLLEGE: { label: 'School or college', publicAuthority: true },
  INDEPENDENT_SCHOOL: { label: 'Independent school', publicAuthority: false },
  EARLY_YEARS_PROVIDER: { label: 'Nursery or childminder', publicAuthority: false },
  PROBATION: { label: 'Probation service', publicAuthority: true },
  YOUTH_JUSTICE: { label: 'Youth justice team', publicAuthority: true },
  PRISON: { label: 'Prison', publicAuthority: true },
  HOUSING: { label: 'Housing provider', publicAuthority: false },
  CHARITY: { label: 'Charity or voluntary organisation', publicAuthority: false },
  PRIVATE_PROVIDER: { label: 'Private provider', publicAuthority: false },
  SAFEGUARDING_ADULTS_BOARD: { label: 'Safeguarding Adults Board', publicAuthority: true },
  HUB: { label: 'Multi-agency safeguarding hub', publicAuthority: false },
  COURT: { label: 'Court', publicAuthority: true },
  OTHER: { label: 'Other', publicAuthority: false },
} as const;
export type OrganisationKindCode = CodeOf<typeof ORGANISATION_KINDS>;

/** What an organisation is in law, for a time (13.8). The kind never implies the capacity: a hub is no partner (1.2). */
export const ORGANISATION_CAPACITIES = {
  SAFEGUARDING_PARTNER: { label: 'Safeguarding partner' },
  RELEVANT_AGENCY: { label: 'Relevant agency' },
  S11_BODY: { label: 'Body with section 11 duties' },
  COMPETENT_AUTHORITY: { label: 'Competent authority for law enforcement' },
  PUBLIC_AUTHORITY: { label: 'Public authority' },
} as const;
export type OrganisationCapacityCode = CodeOf<typeof ORGANISATION_CAPACITIES>;
