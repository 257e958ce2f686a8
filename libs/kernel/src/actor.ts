import type { Party } from './event.js';
import type { OrganisationId, PractitionerId, UnitId } from './ids.js';

/**
 * Somebody acting, as the directory knows them now. The token only proved who they are; agency, units and roles
 * come from the events of their posts.
 */
export interface Actor {
  readonly practitioner: PractitionerId;
  readonly agency: OrganisationId;
  readonly units: readonly UnitId[];
  readonly roles: readonly string[];
}

/** True when the actor holds a post in the party's unit: what they do there, the party does. */
export const actsFor = (actor: Actor, party: { readonly organisation: OrganisationId; readonly unit: UnitId | null }): boolean =>
  actor.agency === party.organisation && party.unit !== null && actor.units.includes(party.unit);

/** Whether two parties are the same unit of the same organisation. */
export const sameParty = (a: Party, b: Party): boolean => a.organisation === b.organisation && a.unit === b.unit;
