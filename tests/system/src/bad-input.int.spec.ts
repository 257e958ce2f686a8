import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwnPage, signInByForm } from '@mash/identity/testing';
import { Story, bringInFamily, buildTown, openEnquiry, replayAll, requestInput, sendConcern, trustKnowsElder } from '@mash/town';
import type { Answer, Person } from '@mash/town';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';
import { setUpTowns } from './harness/set-up.js';

const town = buildTown(6);
let product: Product;
let story: Story;
let worker: Person;
let before: number;

beforeAll(async () => {
  product = await startProduct([town]);
  await setUpTowns(product, [town]);
  story = new Story(town, product.hubUrl);
  for (const chapter of [sendConcern, trustKnowsElder, openEnquiry, bringInFamily]) await chapter(story);
  worker = await story.as('socialWorker');
  before = (await replayAll(story)).length;
}, 120_000);
afterAll(() => product.stop());

const hub = { searchInput: (change: Record<string, unknown>) => ({ idempotencyKey: story.key(`bad/${JSON.stringify(change).slice(0, 80)}`), unit: story.unit('council', 'hub'), familyName: 'Nobody', ...change }) };
const searchFor = (change: Record<string, unknown>): Promise<Answer<{ result: { reasons?: { rule: string; message: string; remedy: string }[] } }>> => worker.ask(
  'mutation ($input: SearchPeopleInput!) { result: searchPeople(input: $input) { ... on Rejected { reasons { rule message remedy } } } }', { input: hub.searchInput(change) });
const asking = (change: Record<string, unknown>): Record<string, unknown> => ({
  ...requestInput(story, { name: `bad/${Object.keys(change).join()}`, addressee: 'police', about: 'partner', questions: [['What is known?', 'To decide.']] }), ...change });

/** No answer may ever show how the inside is made. */
const leaksNothing = (text: string): void => expect(text).not.toMatch(/\bat [\w.<>]+ \(|node_modules|\/dist\/|\.js:\d+|stacktrace|postgres|ECONN|SELECT /i);
const codesOf = (answer: Answer<unknown>): (string | undefined)[] => (answer.errors ?? []).map((each) => each.extensions?.code);

describe('bad input', () => {
  it('13.1 says what is wrong with a malformed NHS number', async () => {
    const answer = await searchFor({ familyName: null, nhsNumber: '999 000 0019' });
    leaksNothing(JSON.stringify(answer));
    expect(answer.data?.result.reasons?.[0]).toMatchObject({ rule: expect.stringMatching(/^13\.1/) });
  });

  it('names an agency that the directory does not know', async () => {
    expect(await worker.isRefused('requestInformation', 'RequestInformationInput', asking({ to: { organisation: '00000000-0000-4000-8000-000000000000', unit: null } })))
      .toEqual([expect.stringMatching(/UNKNOWN/)]);
  });

  it('0.R4 refuses a due time that has passed', async () => {
    expect(await worker.isRefused('requestInformation', 'RequestInformationInput', asking({ due: story.in(-2) }))).toEqual([expect.stringMatching(/^0\.R4 /)]);
  });

  it.each([
    ['an empty purpose', { reasons: '   ' }, 'must not be empty'],
    ['text that is too long', { reasons: 'x'.repeat(4_001) }, 'longer than 4000'],
    ['a code that is not in the list', { purpose: 'BECAUSE' }, 'SharingPurpose'],
    ['an identifier that is none', { enquiryId: 'enquiry-7' }, 'lower-case UUID'],
    ['a time without a zone', { due: '2026-12-01T10:00' }, 'ISO 8601'],
  ])('says what would be right in place of %s', async (_, change, words) => {
    const answer = await worker.ask('mutation ($input: RequestInformationInput!) { requestInformation(input: $input) { __typename } }', { input: asking(change) });
    leaksNothing(JSON.stringify(answer));
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain(words);
    expect(answer.errors?.[0]?.message).not.toContain('xxxx');
  });

  it.each([
    ['no GraphQL', 'what is known about him?', 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown field, without offering others', '{ enquirys { items { id } } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['many aliases', `{ ${[...Array(40)].map((_each, index) => `a${index}: me { name }`).join(' ')} }`, null],
    ['great depth', `{ __schema { types { ${'fields { type { '.repeat(9)} name ${'} }'.repeat(9)} } } }`, null],
    ['great cost', '{ enquiries(first: 100) { items { people { identification { givenName familyName alsoKnownAs birth { kind on } } } grounds { reasons } } } '.repeat(1) + `${[...Array(12)].map((_each, index) => `b${index}: requests(first: 100) { items { items { question why answer { told } } people { identification { givenName familyName } } } }`).join(' ')} }`, null],
  ])('refuses %s', async (_, query, code) => {
    const answer = await worker.ask(query);
    leaksNothing(JSON.stringify(answer));
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer)).not.toContain('Did you mean');
    if (code !== null) expect(codesOf(answer)).toContain(code);
  });

  const post = async (headers: Record<string, string>, body: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(new URL('/graphql', product.hubUrl), { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    return { status: response.status, text: await response.text() };
  };
  const me = JSON.stringify({ query: '{ me { name } }' });

  it.each([
    ['nobody', {}],
    ['a token that is none', { authorization: 'Bearer nonsense' }],
    ['a token signed by nobody', { authorization: `Bearer ${['{"alg":"none"}', '{"sub":"x","exp":9999999999}', ''].map((part) => Buffer.from(part).toString('base64url')).join('.')}` }],
  ])('asks %s to sign in', async (_, headers) => {
    const { text } = await post(headers, me);
    leaksNothing(text);
    expect(text).toContain('NOT_SIGNED_IN');
  });

  it('refuses a write that rides on the cookie from another site', async () => {
    const { username, password } = town.practitioners.socialWorker;
    const cookie = await signInByForm({ hubUrl: product.hubUrl, username, password });
    const { text } = await post({ cookie, origin: 'https://elsewhere.example' }, me);
    leaksNothing(text);
    expect(text).toContain('CROSS_SITE');
    expect((await post(asOwnPage(product.hubUrl, cookie), me)).text).toContain('"name"');
  });

  it.each([
    ['more than it takes at once', JSON.stringify({ query: 'x'.repeat(300_000) }), 413],
    ['what is no JSON', '{ not json', 400],
    ['many operations in one', `[${me},${me}]`, 400],
  ])('refuses %s', async (_, body, status) => {
    const answer = await post({ 'apollo-require-preflight': 'true' }, body);
    leaksNothing(answer.text);
    expect(answer.status).toBe(status);
  });

  it('leaves nothing half-written', async () => {
    expect((await replayAll(story)).length).toBe(before);
  });
});
