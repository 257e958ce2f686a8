import { householdNames, mensNames, streets, testNhsNumber, womensNames } from '../names.js';
import { seeded } from '../random.js';
import type { Random } from '../random.js';
import type { Story } from '../scenario/story.js';
import { households } from './households.js';
import type { Household, Resident } from './households.js';
import { knownPerson } from './known-person.js';
import type { PersonForm } from './known-person.js';

/** Registers the households; each person with an address and with how they are related. */
export async function registerHouseholds(story: Story, say: (done: number, of: number) => void): Promise<void> {
  const planned = planHouseholds(story);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = planned.shift(); next; next = planned.shift()) {
      await registerHousehold(story, next.name, next.household, next.forms);
      say(done += 1, households.length);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
}

interface Planned { readonly name: string; readonly household: Household; readonly forms: readonly PersonForm[] }

/** Who lives where, under which names: settled by the seed before anything is sent. */
function planHouseholds(story: Story): Planned[] {
  const random = seeded(story.town.seed * 15_485_863);
  const names = { FEMALE: random.shuffled(womensNames), MALE: random.shuffled(mensNames), UNKNOWN: random.shuffled([...womensNames, ...mensNames]) };
  const familyNames = random.shuffled(householdNames);
  const neighbourPlace = story.town.organisations.neighbour.name.split(' ')[0] ?? '';
  return households.map((household, index) => {
    const familyName = familyNames[index] ?? 'Tolliver';
    const address = `${Math.floor(random.next() * 90) + 1} ${random.pick(streets)}, ${household.area === 'home' ? story.town.name : neighbourPlace}`;
    return { name: `household/${index}`, household, forms: household.people.map((resident, place) => formOf(story, resident, {
      familyName, address, random, givenName: (resident.birth === 'EXPECTED' ? 'Baby' : names[resident.sex].pop()) ?? 'Ada', serial: index * 100 + place * 10,
    })) };
  });
}

interface Filling { readonly familyName: string; readonly givenName: string; readonly address: string; readonly serial: number; readonly random: Random }

function formOf(story: Story, resident: Resident, { familyName, givenName, address, serial, random }: Filling): PersonForm {
  const year = new Date(story.in(0)).getUTCFullYear() - resident.age - 1;
  const day = `${year}-${String(1 + Math.floor(random.next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random.next() * 28)).padStart(2, '0')}`;
  const birth = { EXACT: { kind: 'EXACT', on: day }, ESTIMATED: { kind: 'ESTIMATED', on: `${year}-01-01` }, EXPECTED: { kind: 'EXPECTED', on: story.in(24 * 110).slice(0, 10) }, UNKNOWN: { kind: 'UNKNOWN' } }[resident.birth];
  return { givenName, familyName, birth, sex: resident.sex, nhsNumber: resident.nhsNumberKnown ? testNhsNumber(600_000 + story.town.seed * 2_000 + serial) : null, address };
}

async function registerHousehold(story: Story, name: string, household: Household, forms: readonly PersonForm[]): Promise<void> {
  const { knownTo: who, marker } = household;
  const { organisation, unit: unitKey } = story.town.practitioners[who];
  const unit = story.unit(organisation, unitKey);
  const person = await story.as(who);
  const ids: string[] = [];
  for (const [place, form] of forms.entries()) {
    const personId = await knownPerson(story, { name: `${name}/${place}`, who, unit, existenceMarker: marker }, form);
    ids.push(personId);
    await person.does('recordAddress', 'RecordAddressInput', {
      idempotencyKey: story.key(`address/${name}/${place}`), unit, personId, kind: household.kind === 'PLACEMENT' && place > 0 ? 'PLACEMENT' : 'HOME', address: form.address,
      area: household.area === 'home' ? story.town.area : story.town.neighbourArea, from: story.in(-24 * 200), isProtected: household.isProtected,
    });
  }
  for (const [from, relation, to] of [...parentsOf(household), ...household.relations]) {
    await person.does('relatePeople', 'RelatePeopleInput', { idempotencyKey: story.key(`relate/${name}/${from}/${relation}/${to}`), unit, personId: ids[from], relation, to: ids[to] });
  }
}

function parentsOf({ parents, children }: Household): (readonly [number, string, number])[] {
  const all = [...Array(parents).keys()].flatMap((parent) => [...Array(children).keys()].map((child) => [parent, 'PARENT_OF', parents + child] as const));
  return parents === 2 ? [[0, 'PARTNER_OF', 1] as const, ...all] : parents === 1 ? all : [];
}
