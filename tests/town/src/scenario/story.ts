import { randomUUID } from 'node:crypto';
import { Person } from '../client.js';
import { familyNames, givenNames, storyFamilyNames, storyGivenNames, streets, testNhsNumber } from '../names.js';
import { seeded } from '../random.js';
import type { Random } from '../random.js';
import { unitOf } from '../town.js';
import type { OrganisationKey, PractitionerKey, Town } from '../town.js';

/** Somebody of the family that the story is about. */
export interface FamilyMember {
  readonly givenName: string;
  readonly familyName: string;
  readonly dateOfBirth: string;
  readonly nhsNumber: string;
  readonly address: string;
}

/** The family: invented, different for each seed. The words planted here must be found nowhere but in answers to those who may read. */
export interface Family {
  readonly mother: FamilyMember;
  readonly partner: FamilyMember;
  readonly elder: FamilyMember;
  readonly younger: FamilyMember;
}

function familyOf(town: Town): Family {
  const random = seeded(town.seed * 7_919);
  const given = random.shuffled(givenNames);
  const family = random.shuffled(familyNames);
  const address = `${Math.floor(random.next() * 80) + 1} ${random.pick(streets)}, ${town.name}`;
  const member = (index: number, surname: number, dateOfBirth: string): FamilyMember => ({
    givenName: given[index] ?? 'Ada', familyName: family[surname] ?? 'Pelham', dateOfBirth, address, nhsNumber: testNhsNumber(town.seed * 1_000 + index * 10),
  });
  return {
    mother: member(0, 0, '1991-05-14'), partner: member(1, 1, '1988-11-02'), elder: member(2, 0, '2015-03-09'), younger: member(3, 0, '2021-08-27'),
  };
}

/** Another family of the town, told apart by a number from 1 on: it shares no name and no NHS number with the first. */
export function furtherFamily(town: Town, number: number): Family {
  const random = seeded(town.seed * 104_729 + number);
  const [surname = 'Pelham', other = 'Okonjo'] = storyFamilyNames.slice(number * 2);
  const address = `${Math.floor(random.next() * 80) + 1} ${random.pick(streets)}, ${town.name}`;
  const member = (index: number, familyName: string, dateOfBirth: string): FamilyMember => ({
    givenName: storyGivenNames[number * 4 + index] ?? 'Ada', familyName, dateOfBirth, address, nhsNumber: testNhsNumber(300_000 + town.seed * 1_000 + number * 50 + index * 10),
  });
  const day = (year: number): string => `${year + Math.floor(random.next() * 4)}-0${1 + Math.floor(random.next() * 9)}-1${Math.floor(random.next() * 10)}`;
  return { mother: member(0, surname, day(1986)), partner: member(1, other, day(1984)), elder: member(2, surname, day(2012)), younger: member(3, surname, day(2018)) };
}

/** What the chapters have made so far, by the names that later chapters use. */
export type Made = Map<string, string>;

/** One run of the scenario in one town: who is signed in, and what has been made. */
export class Story {
  readonly random: Random;
  readonly made: Made = new Map();

  constructor(
    readonly town: Town, readonly hubUrl: string, private readonly keyPrefix: string = randomUUID(), readonly family: Family = familyOf(town),
    private readonly signedIn = new Map<PractitionerKey, Promise<Person>>(),
  ) {
    this.random = seeded(town.seed);
  }

  /** A story of another family in the same town, by the same people at the same browsers. */
  another(number: number): Story {
    return new Story(this.town, this.hubUrl, `${this.keyPrefix}/${number}`, furtherFamily(this.town, number), this.signedIn);
  }

  /** Somebody of the town at their own browser; signs in the first time. */
  as(key: PractitionerKey): Promise<Person> {
    const known = this.signedIn.get(key) ?? Person.signIn(this.hubUrl, this.town.practitioners[key]);
    this.signedIn.set(key, known);
    return known;
  }

  /** Waits until the views show all that the people of the story have done. */
  async settled(): Promise<void> {
    const people = await Promise.all(this.signedIn.values());
    const latest = people.reduce((most, each) => (each.latest > most ? each.latest : most), 0n);
    await people[0]?.read('query ($seen: String) { organisations(first: 1, atLeast: $seen) { total } }', { seen: String(latest) });
  }

  /** Everybody signs in anew: after the sessions' home was killed. */
  signOutAll(): void {
    this.signedIn.clear();
  }

  /** The key of a form: the same chapter sent again does its work once. */
  key(of: string): string {
    return `${this.keyPrefix}/${this.town.seed}/${of}`;
  }

  /** An id made by an earlier chapter. @throws Error when that chapter was not told */
  id(name: string): string {
    const id = this.made.get(name);
    if (id === undefined) throw new Error(`The story has no ${name} yet.`);
    return id;
  }

  organisation(key: OrganisationKey): string {
    return this.town.organisations[key].id;
  }

  unit(organisation: OrganisationKey, key?: string): string {
    return unitOf(this.town.organisations[organisation], key).id;
  }

  practitioner(key: PractitionerKey): string {
    return this.town.practitioners[key].id;
  }

  /** A moment relative to now, as the inputs want it. */
  in(hours: number): string {
    return new Date(Date.now() + hours * 3_600_000).toISOString();
  }
}

/** Asks again until the answer is what is waited for; says what it last was, or how it last failed. */
export async function eventually<T>(ask: () => Promise<T>, enough: (value: T) => boolean, milliseconds = 15_000): Promise<T> {
  let last = '';
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    try {
      const value = await ask();
      if (enough(value)) return value;
      last = JSON.stringify(value).slice(0, 500);
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error(`It did not come about in time. Last seen: ${last}`);
}
