import type { Town, TownPractitioner } from './town.js';

/** A user as the sample users file holds it, for the stand-in and for Keycloak alike. */
export interface SampleUser {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly agency: string;
  readonly realmRoles: readonly string[];
  readonly post: string;
}

/** One coarse role for the identity provider; what somebody may really do comes from their post's events. */
const realmRole = ({ roles }: TownPractitioner): string => {
  if (roles.includes('auditor')) return 'auditor';
  if (roles.includes('signatory')) return 'partner-signatory';
  if (roles.includes('information-governance')) return 'information-governance';
  return roles.includes('directory-administrator') ? 'administrator' : 'practitioner';
};

/** The sign-ins of a town. */
export const usersOf = (town: Town): SampleUser[] => Object.values(town.practitioners).map((each) => ({
  id: each.subject, username: each.username, password: each.password, firstName: each.givenName, lastName: each.familyName,
  email: `${each.username}@example.org`, agency: town.organisations[each.organisation].id, realmRoles: [realmRole(each)],
  post: `${each.title}, ${town.organisations[each.organisation].name}`,
}));
