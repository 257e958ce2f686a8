import { describe, expect, it } from '@jest/globals';
import { doesTheWorkOf } from '@mash/directory-events';
import type { PractitionerEvent } from '@mash/directory-events';
import type { OrganisationId, PostId } from '@mash/kernel';
import { ViewMap } from '@mash/kernel';
import { recorded, viewSpec } from '@mash/kernel/testing';
import { ada, at, ben, council, councilRegistered, desk, deskOpened, force, otherDesk, partnerGranted, post, posted, registered } from '../testing/wexcombe.js';
import { organisationView } from './organisation-view.js';
import type { PractitionerBody } from './practitioner-view.js';
import { actorFrom, practitionerView } from './practitioner-view.js';

const bodyAfter = (...events: readonly PractitionerEvent[]): PractitionerBody => {
  const map = new ViewMap(practitionerView);
  for (const each of recorded(events)) map.apply(each);
  const body = map.get(ada)?.body;
  if (!body) throw new Error('There is no row.');
  return body;
};
const now = at('2026-11-02T09:00:00.000Z');

describe('the view of organisations', () => {
  it('shows units and capacities to everybody who signed in', () => viewSpec(organisationView).given(councilRegistered(), deskOpened, partnerGranted).expectRows({
    [council]: { agency: null, units: [], status: 'LOCAL_AUTHORITY', body: {
      id: council, name: 'Wexcombe Council', kind: 'LOCAL_AUTHORITY', codes: [{ scheme: 'GSS', value: 'E06000999' }],
      publishedNumber: '01632 960001', usesHub: true,
      capacities: [{ capacity: 'SAFEGUARDING_PARTNER', from: at('2020-01-01T00:00:00.000Z'), to: null }],
      units: [{ unitId: desk, name: 'Front Door', telephone: '01632 960002', receivesRequests: true }],
    } },
  }));
});

describe('the view of practitioners', () => {
  it('finds the account of whoever signed in', () => viewSpec(practitionerView).given(registered(ada, 'Ada'), posted(ada)).expectRows({
    [ada]: { agency: null, lookups: [
      `practitioner:${ada}`, `organisation:${council}`, 'account:https://id.example/realms/mash|subject-of-Ada', `unit:${desk}`,
    ] },
  }));
});

describe('an actor', () => {
  it('has the unit and roles of the posts in force', () =>
    expect(actorFrom(bodyAfter(registered(ada, 'Ada'), posted(ada)), now)).toEqual({ practitioner: ada, agency: council, units: [desk], roles: ['hub-worker'] }));
  it('has none once the post is left', () => expect(actorFrom(bodyAfter(registered(ada, 'Ada'), posted(ada),
    { type: 'PostLeft', schema: 1, data: { practitionerId: ada, postId: post, at: now } }), now)).toEqual({ practitioner: ada, agency: council, units: [], roles: [] }));
  it('has none before the post begins', () =>
    expect(actorFrom(bodyAfter(registered(ada, 'Ada'), posted(ada)), at('2025-12-31T23:59:59.999Z')).roles).toEqual([]));
  it('does not carry the roles of one organisation into another', () => {
    const abroad: PractitionerEvent = { type: 'PostTaken', schema: 1, data: {
      practitionerId: ada, postId: 'p' as PostId, organisationId: force as OrganisationId, unitId: otherDesk, title: 'Visitor', roles: ['signatory'], from: at('2026-01-01T00:00:00.000Z') } };
    expect(actorFrom(bodyAfter(registered(ada, 'Ada'), abroad, posted(ada)), now)).toEqual({ practitioner: ada, agency: council, units: [desk], roles: ['hub-worker'] });
    expect(actorFrom(bodyAfter(registered(ada, 'Ada'), abroad), now)).toEqual({ practitioner: ada, agency: force, units: [otherDesk], roles: ['signatory'] });
  });
});

describe('work while somebody is away', () => {
  const away: PractitionerEvent = { type: 'AbsenceRecorded', schema: 1, data: { practitionerId: ada, from: now, until: at('2026-11-09T09:00:00.000Z'), coveredBy: ben } };
  it('goes to whoever covers, and back', () => {
    const { absence } = bodyAfter(registered(ada, 'Ada'), posted(ada), away);
    expect(doesTheWorkOf(ada, absence, now)).toBe(ben);
    expect(doesTheWorkOf(ada, absence, at('2026-11-09T09:00:00.000Z'))).toBe(ada);
  });
});
