import type { OrganisationId, PractitionerId, UnitId } from '@mash/kernel';

const id = (ending: string): string => `00000000-0000-4000-8000-0000000000${ending}`;

export const council = id('c1') as OrganisationId;
export const force = id('c2') as OrganisationId;
export const inspectorate = id('c3') as OrganisationId;
export const hubDesk = id('d1') as UnitId;
export const policeDesk = id('d2') as UnitId;
export const auditRoom = id('d3') as UnitId;

/** Holds mandates. */
export const noor = id('a1') as PractitionerId;
/** An auditor to whom nobody gave a mandate. */
export const tess = id('a2') as PractitionerId;
/** The council's social worker. */
export const amara = id('a3') as PractitionerId;
/** A police officer. */
export const gareth = id('a4') as PractitionerId;

/** Who can sign in. `piet` has an account and is not known to the directory. */
export const accounts = {
  noor: { practitioner: noor, subject: id('b1'), agency: inspectorate },
  tess: { practitioner: tess, subject: id('b2'), agency: inspectorate },
  amara: { practitioner: amara, subject: id('b3'), agency: council },
  piet: { practitioner: null, subject: id('b4'), agency: inspectorate },
} as const;
