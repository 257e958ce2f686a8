import { asOwnPage, signInByForm } from '@mash/identity/testing';
import type { TownPractitioner } from './town.js';

/** What a GraphQL answer holds. */
export interface Answer<T> {
  readonly data: T | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string } }[];
}

export interface AcceptedResult { readonly __typename: 'Accepted'; readonly id: string; readonly seen: string; readonly irregular: readonly string[] }
export interface RejectedResult { readonly __typename: 'Rejected'; readonly reasons: readonly { readonly rule: string; readonly code: string; readonly message: string; readonly remedy: string }[] }
export type CommandAnswer = AcceptedResult | RejectedResult;

const resultFields = '__typename ... on Accepted { id seen irregular } ... on Rejected { reasons { rule code message remedy } }';

/** One person at their own browser, by HTTP: signed in through the form, sending what the hub's own pages send. */
export class Person {
  /** The latest position that a mutation of this person's gave. */
  latest = 0n;

  private constructor(readonly who: TownPractitioner, private readonly hubUrl: string, private cookie: string) {}

  static async signIn(hubUrl: string, who: TownPractitioner): Promise<Person> {
    return new Person(who, hubUrl, await signInByForm({ hubUrl, username: who.username, password: who.password }));
  }

  /** Sends one operation and gives the answer as it came. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}, path = '/graphql'): Promise<Answer<T>> {
    const response = await fetch(new URL(path, this.hubUrl), {
      method: 'POST', headers: { 'content-type': 'application/json', ...asOwnPage(this.hubUrl, this.cookie) }, body: JSON.stringify({ query, variables }),
    });
    return await response.json() as Answer<T>;
  }

  /** Sends a query that must succeed. @throws Error with the codes of what went wrong */
  async read<T>(query: string, variables: Readonly<Record<string, unknown>> = {}, path = '/graphql'): Promise<T> {
    const answer = await this.ask<T>(query, variables, path);
    if (!answer.data || answer.errors) throw new Error(`${this.who.key} was refused a query: ${describe(answer)}`);
    return answer.data;
  }

  /** Sends a mutation and gives its result, accepted or rejected. `input` is named as the schema names it. */
  async send(mutation: string, inputType: string, input: Readonly<Record<string, unknown>>): Promise<CommandAnswer> {
    const answer = await this.ask<{ result: CommandAnswer }>(
      `mutation ($input: ${inputType}!) { result: ${mutation}(input: $input) { ${resultFields} } }`, { input });
    if (!answer.data || answer.errors) throw new Error(`${this.who.key} was refused ${mutation}: ${describe(answer)}`);
    const { result } = answer.data;
    if (result.__typename === 'Accepted' && BigInt(result.seen) > this.latest) this.latest = BigInt(result.seen);
    return result;
  }

  /** Sends a mutation that must be accepted; gives its id. */
  async does(mutation: string, inputType: string, input: Readonly<Record<string, unknown>>): Promise<AcceptedResult> {
    const result = await this.send(mutation, inputType, input);
    if (result.__typename === 'Rejected') {
      throw new Error(`${mutation} was rejected: ${result.reasons.map((each) => `${each.rule} ${each.code}: ${each.message}`).join('; ')}`);
    }
    return result;
  }

  /** Sends a mutation that must be rejected; gives the reasons as `rule CODE`. */
  async isRefused(mutation: string, inputType: string, input: Readonly<Record<string, unknown>>): Promise<string[]> {
    const result = await this.send(mutation, inputType, input);
    if (result.__typename === 'Accepted') throw new Error(`${mutation} was accepted but should have been rejected.`);
    return result.reasons.map((each) => `${each.rule} ${each.code}`).sort();
  }
}

const describe = (answer: Answer<unknown>): string =>
  (answer.errors ?? []).map((each) => `${each.extensions?.code ?? ''} ${each.message} ${each.path?.join('.') ?? ''}`).join('; ');
