import type { PractitionerKey } from '../town.js';
import { eventually } from './story.js';
import type { FamilyMember, Story } from './story.js';

/** What a search answers. */
export interface Found {
  readonly __typename: string;
  readonly searchId: string;
  readonly matches: readonly { readonly why: readonly string[]; readonly person: { readonly id: string; readonly knownAs: string; readonly identification: { readonly givenName: string | null; readonly familyName: string | null } | null; readonly knownTo: readonly { readonly organisation: string; readonly telephone: string | null }[] } }[];
}

/** Searches as a person of one unit. */
export async function search(story: Story, who: PractitionerKey, unit: string, criteria: Readonly<Record<string, unknown>>, key: string): Promise<Found> {
  const person = await story.as(who);
  const { result } = await person.read<{ result: Found }>(
    `mutation ($input: SearchPeopleInput!) { result: searchPeople(input: $input) { __typename ... on PeopleFound {
      searchId matches { why person { id knownAs identification { givenName familyName } knownTo { organisation telephone } } } } ... on Rejected { reasons { rule code } } } }`,
    { input: { idempotencyKey: story.key(`search/${key}`), unit, ...criteria } });
  return result;
}

/** The details of somebody, as a form sends them. */
export const details = (member: FamilyMember, nhsNumberKnown = true): Record<string, unknown> => ({
  givenName: member.givenName, familyName: member.familyName, birth: { kind: 'EXACT', on: member.dateOfBirth }, sex: 'UNKNOWN',
  nhsNumber: nhsNumberKnown ? member.nhsNumber : null, address: member.address,
});

/** The trust knows the elder child and lets hub workers learn of it. */
export async function trustKnowsElder(story: Story): Promise<void> {
  const { elder } = story.family;
  const unit = story.unit('trust');
  const found = await search(story, 'trustLead', unit, { familyName: elder.familyName, givenName: elder.givenName }, 'trust');
  const lead = await story.as('trustLead');
  const { id } = await lead.does('registerPerson', 'RegisterPersonInput', {
    idempotencyKey: story.key('trust-elder'), unit, searchId: found.searchId, existenceMarker: true, notTheSameAs: [], ...details(elder),
  });
  story.made.set('elder', id);
}

/** The social worker searches before registering, finds one sibling known, and brings the family into the enquiry. */
export async function bringInFamily(story: Story): Promise<void> {
  const unit = story.unit('council', 'hub');
  const worker = await story.as('socialWorker');
  const { elder, younger } = story.family;
  const markerIn = ({ matches }: Found): Found['matches'][number] | undefined => matches.find(({ person }) => person.id === story.id('elder'));
  const known = await eventually(
    () => search(story, 'socialWorker', unit, { familyName: elder.familyName, givenName: elder.givenName, dateOfBirth: elder.dateOfBirth }, 'elder'),
    (found) => markerIn(found) !== undefined);
  const marker = markerIn(known);
  if (!marker || marker.person.knownTo.every(({ telephone }) => telephone === null)) throw new Error('The sibling known to the trust was not found with a number to ring.');
  const told = await search(story, 'socialWorker', unit, { familyName: younger.familyName, givenName: younger.givenName }, 'younger');
  const disclosed = told.matches.find(({ person }) => person.knownAs !== 'MARKER' && person.identification?.givenName === younger.givenName);
  if (!disclosed) throw new Error('The younger sibling of the concern was not found.');
  story.made.set('younger', disclosed.person.id);
  for (const [name, member] of [['mother', story.family.mother], ['partner', story.family.partner]] as const) {
    const nil = await search(story, 'socialWorker', unit, { familyName: member.familyName, givenName: member.givenName, dateOfBirth: member.dateOfBirth }, name);
    const { id } = await worker.does('registerPerson', 'RegisterPersonInput', {
      idempotencyKey: story.key(`register/${name}`), unit, searchId: nil.searchId, existenceMarker: false,
      notTheSameAs: nil.matches.map(({ person }) => ({ personId: person.id, why: 'Another member of the family, with another given name.' })), ...details(member),
    });
    story.made.set(name, id);
  }
  await worker.does('relatePeople', 'RelatePeopleInput', { idempotencyKey: story.key('relate'), unit, personId: story.id('mother'), relation: 'PARTNER_OF', to: story.id('partner') });
  await story.settled();
  for (const [name, capacity] of [['elder', 'CHILD'], ['younger', 'SIBLING'], ['mother', 'PARENT'], ['partner', 'ALLEGED_PERPETRATOR']] as const) {
    await worker.does('addPerson', 'AddPersonInput', {
      idempotencyKey: story.key(`add/${name}`), enquiryId: story.id('enquiry'), personId: story.id(name), capacity, from: story.in(-0.001),
    });
  }
}
