import type { OrganisationEvent, OrganisationFacts, PractitionerEvent, Role } from '@mash/directory-events';
import { organisationFacts } from '@mash/directory-events';
import type { Instant, OrganisationId, PostId, PractitionerId, UnitId } from '@mash/kernel';
import { fold, heldBy, personal, staffFile } from '@mash/kernel';

/** Identifiers and histories of the invented town of Wexcombe, for the tests of the directory. */
export const at = (text: string): Instant => text as Instant;
export const council = '10000000-0000-4000-8000-000000000001' as OrganisationId;
export const force = '10000000-0000-4000-8000-000000000002' as OrganisationId;
export const desk = '20000000-0000-4000-8000-000000000001' as UnitId;
export const otherDesk = '20000000-0000-4000-8000-000000000002' as UnitId;
export const ada = '30000000-0000-4000-8000-000000000001' as PractitionerId;
export const ben = '30000000-0000-4000-8000-000000000002' as PractitionerId;
export const post = '40000000-0000-4000-8000-000000000001' as PostId;

export const councilRegistered = (gss = 'E06000999'): OrganisationEvent => ({ type: 'OrganisationRegistered', schema: 1, data: {
  organisationId: council, name: 'Wexcombe Council', kind: 'LOCAL_AUTHORITY', codes: [{ scheme: 'GSS', value: gss }],
  publishedNumber: '01632 960001', usesHub: true,
} });

export const deskOpened: OrganisationEvent = { type: 'UnitOpened', schema: 1, data: {
  organisationId: council, unitId: desk, name: 'Front Door', telephone: '01632 960002', receivesRequests: true,
} };

export const partnerGranted: OrganisationEvent = { type: 'OrganisationCapacityGranted', schema: 1, data: {
  organisationId: council, capacity: 'SAFEGUARDING_PARTNER', from: at('2020-01-01T00:00:00.000Z'),
} };

export const factsOf = (...events: readonly OrganisationEvent[]): OrganisationFacts => {
  const facts = fold<OrganisationFacts | null, OrganisationEvent>((state, event) => organisationFacts.evolve(state, event), null, events);
  if (facts === null) throw new Error('No organisation was registered.');
  return facts;
};

export const registered = (practitionerId: PractitionerId, name: string): PractitionerEvent => ({ type: 'PractitionerRegistered', schema: 1, data: {
  practitionerId, organisationId: council, account: { issuer: 'https://id.example/realms/mash', subject: `subject-of-${name}` },
  name: personal(`practitioner:${practitionerId}:name`, heldBy(staffFile(council), council), name),
} });

export const posted = (practitionerId: PractitionerId, unitId: UnitId = desk, roles: readonly Role[] = ['hub-worker']): PractitionerEvent => ({
  type: 'PostTaken', schema: 1, data: {
    practitionerId, postId: post, organisationId: council, unitId, title: 'Social worker', roles, from: at('2026-01-01T00:00:00.000Z'),
  },
});
