import type { Permission } from '@mash/access-policy';

/** The permission that the query of each view asks for. A view that is not here is visible to nobody in a replay. */
export const readPermissions: Readonly<Record<string, Permission>> = {
  organisation: 'directory:read',
  practitioner: 'directory:read',
  arrangement: 'directory:read',
  person: 'person:read',
  enquiry: 'enquiry:read',
  request: 'request:read',
  consent: 'consent:read',
  decision: 'decision:read',
  disclosure: 'disclosure:read',
  onward_approval: 'disclosure:read',
  work: 'work:read',
  mandate: 'mandate:read',
};
