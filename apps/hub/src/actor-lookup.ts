import type { Actor, Clock } from '@mash/kernel';
import type { Identity } from '@mash/identity';
import { NotPermitted } from '@mash/identity';
import { actorFrom } from '@mash/directory';
import type { PractitionerBody } from '@mash/directory';
import { nobody } from '@mash/postgres';
import type { ViewReader } from '@mash/views';

/**
 * The person behind a token, as the directory knows them now: agency, units and roles come from the events of their
 * posts, so that a change counts at once. The token's agency must agree, or somebody is using an account for a post
 * that is not theirs.
 */
export async function actorOf(views: ViewReader, clock: Clock, identity: Identity): Promise<Actor> {
  const { rows } = await views.list<PractitionerBody>(nobody, 'practitioner', { lookup: `account:${identity.issuer}|${identity.subject}` }, 1, null);
  const body = rows[0]?.row.body;
  if (!body) throw new NotPermitted('NO_POST');
  const actor = actorFrom(body, clock.now());
  if (identity.agencyClaim !== actor.agency) throw new NotPermitted('ANOTHER_AGENCY');
  return actor;
}
