import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor, Party, PractitionerId, SearchId } from '@mash/kernel';
import { NotFound, Rejected } from '@mash/kernel';
import type { PersonDetails, SearchCriteria } from '@mash/person-events';
import type { HubUnderTest } from './testing/hub-under-test.js';
import { contextFor, startHub } from './testing/hub-under-test.js';
import { adaPelham, at, hub, school, trust } from './testing/pelhams.js';
import { PersonSettings } from './use-cases/person-settings.js';
import { RegisterPerson, RegisterPersonHandler } from './use-cases/register-person/register-person.js';
import { RelatePeople, RelatePeopleHandler } from './use-cases/relate-people/relate-people.js';
import type { SearchOutcome } from './use-cases/search-people/search-people.js';
import { SearchPeople, SearchPeopleHandler } from './use-cases/search-people/search-people.js';

const actor = (n: number, party: Party): Actor => ({
  practitioner: `30000000-0000-4000-8000-00000000000${n}` as PractitionerId, agency: party.organisation, units: [party.unit], roles: ['hub-worker'],
});
const teacher = actor(1, school);
const worker = actor(2, hub);
const nurse = actor(3, trust);
const criteria: SearchCriteria = { familyName: 'Pelham', givenName: 'Ada', dateOfBirth: null, nhsNumber: null };

describe('people, on real servers', () => {
  let under: HubUnderTest;
  const settings = new PersonSettings(true);
  const search = (who: Actor, by: Party, over: Partial<SearchCriteria> = {}): Promise<SearchOutcome> =>
    new SearchPeopleHandler(under.journal, under.views, settings).execute(new SearchPeople({ by, criteria: { ...criteria, ...over } }, who, contextFor(who)));
  const register = async (who: Actor, by: Party, searchId: string, details: PersonDetails, existenceMarker = false): Promise<string> => {
    const { id, done } = await new RegisterPersonHandler(under.journal, under.views, settings).execute(new RegisterPerson(
      { by, searchId: searchId as SearchId, details, existenceMarker, notTheSameAs: [] }, who, contextFor(who)));
    await under.shown(done);
    return id;
  };
  const codes = (doing: Promise<unknown>): Promise<string[]> => doing.then(() => [], (error: unknown) => {
    if (error instanceof Rejected) return error.reasons.map((each) => `${each.rule} ${each.code}`);
    throw error;
  });

  beforeAll(async () => {
    under = await startHub();
    await under.arrange({ name: 'Wexcombe', areas: ['E06000999'], partners: [], relevantAgencies: [school.organisation], hub, from: at('2024-01-01T00:00:00.000Z') });
  }, 60_000);
  afterAll(() => under.stop());

  it('13.R3 are registered after a nil return, and found by whoever searches again', async () => {
    const nil = await search(teacher, school);
    expect(nil.matches).toEqual([]);
    const ada = await register(teacher, school, nil.id, adaPelham, true);
    const found = await search(teacher, school, { familyName: 'Pellam' });
    expect(found.matches.map((match) => [match.person.id, match.person.kind, match.why])).toEqual([[ada, 'OWN', ['ALIKE_NAME_AND_GIVEN_NAME']]]);
    expect(await codes(register(teacher, school, found.id, adaPelham))).toEqual(['13.R3 NEAR_MATCH_NOT_EXPLAINED']);
  });

  it('13.R3 are not registered on somebody else\'s search', async () => {
    const theirs = await search(worker, hub, { familyName: 'Crane' });
    expect(await codes(register(teacher, school, theirs.id, { ...adaPelham, familyName: 'Crane' }))).toEqual(['13.R3 NOT_SEARCHED']);
  });

  it('5.R9 show to a hub as a marker, and to another agency not at all', async () => {
    const [marker] = (await search(worker, hub, { nhsNumber: '999 000 0018' })).matches;
    expect(marker?.person).toMatchObject({ kind: 'MARKER', knownTo: [school], details: { givenName: 'Ada', nhsNumber: null, address: null } });
    expect((await search(nurse, trust, { nhsNumber: '9990000018' })).matches).toEqual([]);
  });

  it('5.R9 without a marker are unknown to the hub', async () => {
    const nil = await search(teacher, school, { familyName: 'Quillan', givenName: null });
    await register(teacher, school, nil.id, { ...adaPelham, familyName: 'Quillan', nhsNumber: null });
    expect((await search(worker, hub, { familyName: 'Quillan', givenName: null })).matches).toEqual([]);
    expect((await search(teacher, school, { familyName: 'Quillan', givenName: null })).matches).toHaveLength(1);
  });

  it('are not searched for in another unit\'s name, and not related by whoever knows only a marker', async () => {
    await expect(search(nurse, school)).rejects.toThrow(NotFound);
    const [ada] = (await search(worker, hub)).matches;
    if (!ada) throw new Error('The marker was not found.');
    await expect(new RelatePeopleHandler(under.journal, under.views).execute(new RelatePeople(
      { personId: ada.person.id, by: hub, to: ada.person.id, relation: 'OTHER' }, worker, contextFor(worker)))).rejects.toThrow(NotFound);
  });

  it('leave neither a name nor a number in the log', async () => {
    const stored: string[] = [];
    for await (const event of under.journal.log.readAll()) stored.push(JSON.stringify({ ...event, revision: null, position: null }));
    expect(stored.length).toBeGreaterThan(5);
    expect(stored.join('\n')).not.toMatch(/Pelham|Quillan|9990000018|Mill Lane/i);
  });
});
