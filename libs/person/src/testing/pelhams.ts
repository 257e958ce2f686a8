import type { Instant, OrganisationId, Party, PersonId, SearchId, UnitId } from '@mash/kernel';
import { heldBy, personFile, personal } from '@mash/kernel';
import type { PersonDetails, PersonRegistered } from '@mash/person-events';

/** The invented Pelham family of Wexcombe, for the tests of this context. */
export const at = (text: string): Instant => text as Instant;
export const school: Party = { organisation: '10000000-0000-4000-8000-000000000003' as OrganisationId, unit: '20000000-0000-4000-8000-000000000003' as UnitId };
export const hub: Party = { organisation: '10000000-0000-4000-8000-000000000001' as OrganisationId, unit: '20000000-0000-4000-8000-000000000001' as UnitId };
export const trust: Party = { organisation: '10000000-0000-4000-8000-000000000004' as OrganisationId, unit: '20000000-0000-4000-8000-000000000004' as UnitId };
export const ada = '60000000-0000-4000-8000-000000000001' as PersonId;
export const finn = '60000000-0000-4000-8000-000000000002' as PersonId;
export const search = '70000000-0000-4000-8000-000000000001' as SearchId;

export const adaPelham: PersonDetails = {
  givenName: 'Ada', familyName: 'Pelham', alsoKnownAs: [], birth: { kind: 'EXACT', on: '2017-03-04' }, sex: 'FEMALE',
  nhsNumber: '9990000018', address: '4 Mill Lane, Wexcombe',
};

export const registered = (over: Partial<PersonRegistered['data']> = {}): PersonRegistered => ({ type: 'PersonRegistered', schema: 1, data: {
  personId: ada, by: school, searchId: search, details: personal(`person:${ada}:details`, heldBy(personFile(ada), school.organisation), adaPelham),
  existenceMarker: false, markerFor: [], notTheSameAs: [], ...over,
} });
