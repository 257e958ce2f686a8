import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog } from '@mash/event-log';
import { differencesFromSamples } from '@mash/golden';
import type { Town } from '@mash/town';
import {
  Story, askAgencies, bringInFamily, buildTown, giveMandates, gpAnswers, motherWithdraws, nurseryMissesDueTime, openEnquiry, passOnAsItCame, passOnSafetyFact,
  policeAnswer, practiceReview, readAnswers, readDisclosure, replayAll, seeded, sendConcern, sightOf, trustAnswer, trustKnowsElder,
} from '@mash/town';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';
import { placesOf, plantedIn } from './planted-words.js';
import { asReplayed, asShown, withoutContent } from './same-sight.js';
import { beforeAcceptance, beforeAnswers, provedRules, whileDisclosing, whilePassingOn, whileReviewing } from './unlawful.js';
import type { Variant } from './unlawful.js';

const seeds = [1, 2, 3, 4, 5];
const towns = seeds.map(buildTown);
let product: Product;
const stories = new Map<Town, Story>();
const storyOf = (town: Town): Story => {
  const story = stories.get(town) ?? new Story(town, product.hubUrl);
  stories.set(town, story);
  return story;
};

beforeAll(async () => {
  const issuer = process.env['MASH_TEST_ISSUER_FOR_TOWNS'];
  product = await startProduct(towns, issuer === undefined ? {} : { issuer });
  await setUpTowns(product, towns);
}, 180_000);
afterAll(() => product.stop());

const refuses = (town: Town, variants: readonly Variant[]): void => {
  it.each(variants.map((each) => [each.rule, each.title, each] as const))('%s refuses, or marks, %s', async (rule, _, variant) => {
    const reasons = await variant.attempt(storyOf(town));
    expect(reasons.map((reason) => reason.split(' ')[0])).toContain(rule);
  });
};

/** The answers come in an order that the seed chooses. */
const answers: readonly (readonly [title: string, chapter: (story: Story) => Promise<void>])[] = [
  ['has the police decide and disclose two facts and an opinion under restrictions', policeAnswer],
  ['has the trust share two items on the mother\'s consent and refuse one with reasons', trustAnswer],
  ['takes the GP\'s answer by telephone, called back through the published number', gpAnswers],
];

describe.each(towns.map((town) => [town.seed, town] as const))('the scenario in the town of seed %i', (_, town) => {
  it('takes a concern from a school: a decision and a disclosure', () => sendConcern(storyOf(town)));
  it('has a sibling whom the trust knows', () => trustKnowsElder(storyOf(town)));
  it('opens an enquiry with its grounds and gives it to the social worker', () => openEnquiry(storyOf(town)));
  it('13.R3 searches before registering, and brings in the family', () => bringInFamily(storyOf(town)));
  it('asks police, trust, GP and nursery for named items about named people', () => askAgencies(storyOf(town)));
  refuses(town, beforeAnswers);
  it.each(seeded(town.seed).shuffled(answers))('%s', (_title, chapter) => chapter(storyOf(town)));
  refuses(town, whileDisclosing);
  refuses(town, beforeAcceptance);
  it('1.R6 records once that the nursery missed its due time', () => nurseryMissesDueTime(storyOf(town)));
  it('lets the social worker accept, read for a purpose, record her own basis and tell the family', () => readAnswers(storyOf(town)));

  it('3.R8 withholds what rested on the mother\'s consent alone once she withdraws, and keeps the rest with a banner', async () => {
    const story = storyOf(town);
    await motherWithdraws(story);
    const [own, alone] = (await readDisclosure(story, 'socialWorker', 'disclosure/trust')).items;
    expect(alone).toMatchObject({ statement: null, withheld: { rule: '3.R8', message: 'Consent withdrawn, basis under review.' } });
    expect(own?.statement).toContain('bruised ribs');
    expect(own?.banner).toContain('Consent withdrawn');
  });

  it('5.R5 refuses to pass the police item on as it came, for every reason at once', async () => {
    expect(await passOnAsItCame(storyOf(town))).toEqual(['2.6 MORE_THAN_NEEDED', '2.R1 NO_DECISION_TO_SHARE', '5.R5 ORIGINATOR_NOT_APPROVED']);
  });
  it('passes on one safety fact as the police approved it, with every restriction still on it', () => passOnSafetyFact(storyOf(town)));
  refuses(town, whilePassingOn);
  it('1.R3 issues a statutory request to a charity without an account, and enters its answer', () => practiceReview(storyOf(town)));
  refuses(town, whileReviewing);

  it.each(['wardNurse', 'housingOfficer'] as const)('5.R9 shows the %s nothing at all: no row, no count, no hint', async (key) => {
    const story = storyOf(town);
    const outsider = await story.as(key);
    const { work } = await outsider.read<{ work: { total: number; items: unknown[] } }>('{ work { total items { kind } } }');
    expect(work).toEqual({ total: 0, items: [] });
    const ours = await outsider.ask('query ($id: Uuid!) { enquiry(id: $id) { id } }', { id: story.id('enquiry') });
    const none = await outsider.ask('query ($id: Uuid!) { enquiry(id: $id) { id } }', { id: '00000000-0000-4000-8000-000000000000' });
    expect(ours).toEqual(none);
    const sight = (await sightNow(story, key)).filter((row) => !['organisation', 'practitioner', 'arrangement'].includes(row.view));
    expect(sight).toEqual([]);
  });

  it('11.R18 lets the auditor replay everything in order, and open content under mandates only', async () => {
    const story = storyOf(town);
    const events = await replayAll(story);
    expect(events.map((event) => event.ordinal)).toEqual(events.map((_each, index) => index + (events[0]?.ordinal ?? 0)));
    expect(events.filter((event) => !event.mandated).every((event) => event.stream === null)).toBe(true);
    const auditor = await story.as('auditor');
    const open = async (type: string, agency: string): Promise<readonly { path: string; value: string | null }[]> => {
      const event = events.find((each) => each.type === type && each.agency === agency);
      const answer = await auditor.ask<{ openEvent: { content: { path: string; value: string | null }[] } }>(
        'query ($id: Uuid!) { openEvent(eventId: $id, purpose: "To see what was decided.") { content { path value } } }', { id: event?.eventId }, '/audit/graphql');
      return answer.data?.openEvent.content ?? [];
    };
    expect((await open('SharingDecided', story.organisation('police'))).some(({ value }) => value?.includes('outweighs his privacy'))).toBe(true);
    expect(await open('SharingDecided', story.organisation('school'))).toEqual([]);
  });

  it('11.R16 answers what the social worker could see just before and just after the withdrawal', async () => {
    const story = storyOf(town);
    const key = `${story.id('disclosure/trust')}`;
    const look = async (at: string | null) => (await sightOf(story, 'socialWorker', { at, views: ['disclosure'], readingFor: 'PROTECT_CHILD' })).find((row) => row.key.startsWith(key));
    expect((await look(story.id('before-withdrawal')))?.withheld).toEqual([]);
    expect((await look(null))?.withheld.map(({ rule }) => rule)).toEqual(['3.R8']);
  });

  it('shows each person now exactly what the auditor\'s as-of says for now', async () => {
    const story = storyOf(town);
    for (const key of ['decisionMaker', 'socialWorker', 'housingOfficer', 'officer', 'signatory', 'reviewer', 'trustLead', 'wardNurse', 'councilIg', 'policeIg'] as const) {
      expect({ key, ...await asShown(story, key) }).toEqual({ key, ...asReplayed(await sightNow(story, key)) });
    }
    // These agencies gave no mandate: the auditor learns which records they could see, and nothing of what those say.
    for (const key of ['schoolLead', 'secondSchoolLead', 'neighbourWorker', 'designatedNurse'] as const) {
      expect({ key, ...withoutContent(await asShown(story, key)) }).toEqual({ key, ...withoutContent(asReplayed(await sightNow(story, key))) });
    }
  });
});

const mandated = new Set<Story>();
/** What the auditor says of now, once the agencies gave their mandates. */
async function sightNow(story: Story, key: Parameters<typeof sightOf>[1]): ReturnType<typeof sightOf> {
  if (!mandated.has(story)) {
    await giveMandates(story);
    mandated.add(story);
  }
  return sightOf(story, key, { readingFor: 'PROTECT_CHILD' });
}

describe('the whole of the scenario', () => {
  it('proves every unlawful variant that it must', () => {
    expect(provedRules()).toEqual(expect.arrayContaining([
      '0.R6', '1.R1', '1.R2', '1.R7', '1.R13', '1.R14', '2.R1', '2.R2', '2.R9', '3.R1', '3.R5', '3.R6', '3.R7', '3.R10', '4.R1', '4.R3', '5.R1', '5.R2', '5.R4', '5.R5', '5.R7', '6.R2', '13.R3',
    ]));
  });
  it('writes every event in the shape of the sample that is kept of it', async () => {
    const { MASH_EVENT_STORE: connectionString = '', MASH_EVENT_STORE_USER: user, MASH_EVENT_STORE_PASSWORD: password } = product.environment;
    const log = new EventLog({ connectionString, user, password });
    const { differences, types } = await differencesFromSamples(log.readAll());
    await log.close();
    expect(differences).toEqual([]);
    expect(types.size).toBeGreaterThan(30);
  }, 60_000);
  it('11.R9 leaves the planted names and numbers nowhere in log, keys, sessions, stream names or service logs', async () => {
    const words = [...stories.values()].flatMap(plantedIn);
    expect(words.length).toBeGreaterThan(50);
    expect(await placesOf(words, product)).toEqual([]);
  }, 120_000);
});
