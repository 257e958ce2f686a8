import type { OrganisationFacts, PractitionerEvent, Role } from '@mash/directory-events';
import type { Decider, Instant, OrganisationId, PostId, PractitionerId, UnitId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import { isBlank } from '@mash/law';
import type { Practitioner } from './practitioner.js';
import { evolve, none } from './practitioner.js';

/** Give somebody a post in a unit, with the roles that go with it, from a date. */
export interface TakePostCommand {
  readonly practitionerId: PractitionerId;
  readonly postId: PostId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly from: Instant;
}

export interface TakePostFacts {
  /** The organisation whose post it is; null when there is none. */
  readonly organisation: OrganisationFacts | null;
}

/** Record that somebody left a post. */
export interface LeavePostCommand {
  readonly practitionerId: PractitionerId;
  readonly postId: PostId;
  readonly at: Instant;
}

export const takingPost: Decider<TakePostCommand, Practitioner, PractitionerEvent, TakePostFacts> = {
  initial: none,
  evolve,
  decide({ practitionerId, postId, organisationId, unitId, title, roles, from }, state, { organisation }) {
    if (state === null) throw new NotFound();
    const held = state.posts.some((post) => post.unitId === unitId && (post.to === null || from < post.to));
    rejectIf([
      ...organisation?.units.some((unit) => unit.unitId === unitId) === true ? []
        : [reason('13.8', 'UNIT_UNKNOWN', 'The organisation has no such unit.', 'Open the unit first.')],
      ...isBlank(title) ? [reason('13.8', 'TITLE_EMPTY', 'The post has no title.', 'Say what the post is called.')] : [],
      ...roles.length > 0 ? [] : [reason('13.8', 'NO_ROLE', 'The post has no role, so whoever holds it could do nothing.', 'Choose at least one role.')],
      ...held ? [reason('13.8', 'POST_HELD_ALREADY', 'They hold a post in this unit on that day already.', 'Let them leave it first.')] : [],
    ]);
    return [{ type: 'PostTaken', schema: 1, data: { practitionerId, postId, organisationId, unitId, title: title.trim(), roles: [...new Set(roles)], from } }];
  },
};

export const leavingPost: Decider<LeavePostCommand, Practitioner, PractitionerEvent, null> = {
  initial: none,
  evolve,
  decide({ practitionerId, postId, at }, state) {
    const post = state?.posts.find((each) => each.postId === postId);
    if (!post) throw new NotFound();
    rejectIf([
      ...post.to === null ? [] : [reason('13.8', 'LEFT_ALREADY', 'This post was left already.', `It ended on ${post.to}.`)],
      ...at < post.from ? [reason('13.8', 'ENDS_BEFORE_IT_BEGAN', 'The post would end before it began.', `It began on ${post.from}.`)] : [],
    ]);
    return [{ type: 'PostLeft', schema: 1, data: { practitionerId, postId, at } }];
  },
};
