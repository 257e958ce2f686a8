import type { Actor } from '@mash/kernel';
import type { Role } from '@mash/directory-events';

const everybody: readonly Role[] = [
  'staff', 'referrer', 'request-handler', 'disclosing-officer', 'social-worker', 'hub-worker', 'hub-decision-maker', 'signatory',
  'reviewer', 'information-governance', 'directory-administrator',
];
const hub: readonly Role[] = ['social-worker', 'hub-worker', 'hub-decision-maker'];
const deciders: readonly Role[] = ['referrer', 'disclosing-officer', 'social-worker', 'hub-decision-maker'];
const holders: readonly Role[] = [...hub, 'referrer', 'request-handler', 'disclosing-officer', 'signatory', 'reviewer'];

/**
 * Which roles may do what at all. Having a permission opens no record by itself: rows are removed by agency, unit and
 * person first. A permission that is not in this table cannot be named by a resolver.
 */
export const rolesPermitted = {
  'session:read': [...everybody, 'auditor'],
  'directory:read': [...everybody, 'auditor'],
  'directory:administer': ['directory-administrator'],
  'absence:record': everybody,
  'work:read': everybody,
  'person:search': [...hub, 'disclosing-officer', 'request-handler'],
  'person:register': [...hub, 'disclosing-officer', 'request-handler'],
  'person:read': [...holders, 'information-governance'],
  'concern:send': ['referrer', ...hub, 'disclosing-officer', 'request-handler'],
  'enquiry:open': ['hub-decision-maker'],
  'enquiry:work': hub,
  'enquiry:read': [...hub, 'information-governance', 'signatory'],
  'request:ask': [...hub, 'disclosing-officer'],
  'request:issue-statutory': ['signatory'],
  'request:answer': ['request-handler', 'disclosing-officer', 'referrer', 'social-worker'],
  'request:read': [...holders, 'information-governance'],
  'consent:record': [...hub, 'request-handler', 'disclosing-officer', 'referrer'],
  'consent:read': [...holders, 'information-governance'],
  'decision:decide': deciders,
  'decision:read': [...holders, 'information-governance'],
  'disclosure:make': deciders,
  'disclosure:record-outside': [...hub, 'signatory', 'request-handler'],
  'disclosure:receive': holders,
  'disclosure:read': [...holders, 'information-governance'],
  'disclosure:share-onward': deciders,
  'disclosure:approve-onward': ['disclosing-officer', 'hub-decision-maker'],
  'mandate:give': ['information-governance'],
  'mandate:read': ['information-governance', 'auditor'],
  'audit:replay': ['auditor'],
} as const satisfies Record<string, readonly Role[]>;

/** The closed set of things that can be permitted. */
export type Permission = keyof typeof rolesPermitted;

/** A verdict is `granted`, or the reason why not. */
export type PermissionVerdict = 'granted' | 'NO_ROLE_FOR_THIS' | 'NO_POST';

/** May this actor do this kind of thing at all? */
export function permits(actor: Pick<Actor, 'roles'>, permission: Permission): PermissionVerdict {
  if (actor.roles.length === 0) return 'NO_POST';
  const permitted: readonly string[] = rolesPermitted[permission];
  return actor.roles.some((role) => permitted.includes(role)) ? 'granted' : 'NO_ROLE_FOR_THIS';
}
