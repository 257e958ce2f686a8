import type { OrganisationFacts } from '@mash/directory-events';
import type { Reads, Rows } from '@mash/graphql';
import type { Actor, Party } from '@mash/kernel';
import type { Birth } from '@mash/person-events';
import type { PersonBody } from '../views/person-view.js';
import type { KnownToObject, PersonObject } from './person.objects.js';

/** The unit as the directory has it now, so that the number to ring is today's. */
async function whomToRing(rows: Rows, actor: Actor, reads: Reads, { organisation, unit }: Party): Promise<KnownToObject> {
  const found = await rows.one<Pick<OrganisationFacts, 'name' | 'units'>>(actor, reads, 'organisation', `organisation:${organisation}`);
  const known = found?.row.body.units.find((each) => each.unitId === unit);
  return { organisation, unit, organisationName: found?.row.body.name ?? null, unitName: known?.name ?? null, telephone: known?.telephone ?? null };
}

const dayOf = (birth: Birth): string | null => (birth.kind === 'UNKNOWN' ? null : birth.on);

/** A person as the API shows them. */
export async function showPerson(rows: Rows, actor: Actor, reads: Reads, body: PersonBody): Promise<PersonObject> {
  const { id, kind, details, knownTo, addresses, relations, enquiries } = body;
  const ring: KnownToObject[] = [];
  for (const party of knownTo) ring.push(await whomToRing(rows, actor, reads, party));
  return {
    id, knownAs: kind, knownTo: ring, addresses: [...addresses], relations: [...relations], enquiries: [...enquiries],
    identification: {
      givenName: details.givenName, familyName: details.familyName, alsoKnownAs: [...details.alsoKnownAs],
      birth: { kind: details.birth.kind, on: dayOf(details.birth) }, sex: details.sex, nhsNumber: details.nhsNumber, address: details.address,
    },
  };
}
