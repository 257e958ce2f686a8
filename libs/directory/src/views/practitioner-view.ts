import type { Account, PractitionerEvent, Role } from '@mash/directory-events';
import type { Actor, Instant, OrganisationId, PostId, PractitionerId, Row, UnitId, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';

export interface PostBody {
  readonly postId: PostId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly from: Instant;
  readonly to: Instant | null;
}

/** A practitioner as the directory knows them. The account is for the hub, and no query answers with it. */
export interface PractitionerBody {
  readonly id: PractitionerId;
  readonly name: string | null;
  readonly organisationId: OrganisationId;
  readonly account: Account | null;
  readonly posts: readonly PostBody[];
  readonly absence: { readonly from: Instant; readonly until: Instant; readonly coveredBy: PractitionerId } | null;
}

/** The secondary key under which the hub finds who signed in. */
export const accountLookup = ({ issuer, subject }: Account): string => `account:${issuer}|${subject}`;

const isInForce = (post: PostBody, now: Instant): boolean => post.from <= now && (post.to === null || now < post.to);

/**
 * Who somebody is to the hub at this moment: agency, units and roles come from the posts in force, and from nothing else.
 * Somebody without a post in force belongs to their organisation, in no unit and no role. Of posts with several
 * organisations only those of their own count, or else those of one other to which they are seconded.
 */
export function actorFrom(body: PractitionerBody, now: Instant): Actor {
  const inForce = body.posts.filter((post) => isInForce(post, now));
  const own = inForce.some((post) => post.organisationId === body.organisationId);
  const agency = own ? body.organisationId : inForce[0]?.organisationId ?? body.organisationId;
  const posts = inForce.filter((post) => post.organisationId === agency);
  return {
    practitioner: body.id, agency,
    units: [...new Set(posts.map((post) => post.unitId))], roles: [...new Set(posts.flatMap((post) => post.roles))],
  };
}

export const practitionerView: View<PractitionerEvent, PractitionerBody> = {
  name: 'practitioner',
  version: 1,
  handles: ['PractitionerRegistered', 'PostTaken', 'PostLeft', 'AbsenceRecorded', 'AbsenceEnded'],
  keys: ({ event }) => [{ key: event.data.practitionerId }],
  apply(row, { event }): Row<PractitionerBody> | null {
    if (event.type === 'PractitionerRegistered') {
      const { practitionerId, organisationId, name, account } = event.data;
      return {
        ...emptyRow<PractitionerBody>({ id: practitionerId, name: name.value, organisationId, account, posts: [], absence: null }),
        lookups: [`practitioner:${practitionerId}`, `organisation:${organisationId}`, ...account ? [accountLookup(account)] : []],
        status: 'REGISTERED', sort: organisationId,
      };
    }
    return row && { ...row, ...after(row, event) };
  },
};

function after({ body, lookups }: Row<PractitionerBody>, event: Exclude<PractitionerEvent, { type: 'PractitionerRegistered' }>): Pick<Row<PractitionerBody>, 'body' | 'lookups'> {
  switch (event.type) {
    case 'PostTaken': {
      const { postId, organisationId, unitId, title, roles, from } = event.data;
      return {
        body: { ...body, posts: [...body.posts, { postId, organisationId, unitId, title, roles, from, to: null }] },
        lookups: [...new Set([...lookups, `organisation:${organisationId}`, `unit:${unitId}`])],
      };
    }
    case 'PostLeft': {
      const { postId, at } = event.data;
      return { body: { ...body, posts: body.posts.map((post) => (post.postId === postId ? { ...post, to: at } : post)) }, lookups };
    }
    case 'AbsenceRecorded': {
      const { from, until, coveredBy } = event.data;
      return { body: { ...body, absence: { from, until, coveredBy } }, lookups };
    }
    case 'AbsenceEnded': return { body: { ...body, absence: null }, lookups };
  }
}
