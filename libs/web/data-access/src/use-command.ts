import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { Sent } from '@mash/web-ui';
import { useCallback, useRef } from 'react';
import { clients } from './clients.js';
import { failureFrom } from './failure.js';
import { noteSeen } from './seen.js';

/** What the hub answers to a command that it carried out. */
export interface Accepted {
  readonly id: string;
  readonly revision: string;
  readonly seen: string;
  /** Rules that an act already done did not keep. */
  readonly irregular: readonly string[];
}

/** What every command that was carried out says at least. */
interface Seen { readonly seen: string }

interface Rejected {
  readonly __typename: 'Rejected';
  readonly reasons: readonly { readonly rule: string; readonly code: string; readonly message: string; readonly remedy: string }[];
}

export type CommandDocument<Input, A extends Seen = Accepted> = TypedDocumentNode<Readonly<Record<string, A | Rejected>>, { input: Input }>;

const ordinary = '... on Accepted { id revision seen irregular }';

/** A mutation that takes one input and answers with a command's result; `accepted` selects what another kind of result says. */
export const command = <Input extends object, A extends Seen = Accepted>(field: string, inputType: string, accepted = ordinary): CommandDocument<Input, A> => gql`
  mutation ${field[0]?.toUpperCase() ?? ''}${field.slice(1)}($input: ${inputType}!) {
    ${field}(input: $input) { __typename ${accepted} ... on Rejected { reasons { rule code message remedy } } }
  }
`;

/** Made of the browser's random numbers, which it gives on plain HTTP too. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Sends a command. Until an answer came, every try carries the same key, so that pressing again after a lost answer
 * does the thing once.
 */
export function useCommand<Input extends object, A extends Seen>(document: CommandDocument<Input, A>): (input: Omit<Input, 'idempotencyKey'>) => Promise<Sent<A>> {
  const key = useRef<string | null>(null);
  return useCallback(async (input) => {
    key.current ??= newKey();
    try {
      // The key completes the input that the caller gave without it.
      const variables = { input: { ...input, idempotencyKey: key.current } as unknown as Input };
      const { data } = await clients.hub.mutate({ mutation: document, variables });
      key.current = null;
      const [result] = Object.values(data ?? {});
      if (result === undefined) throw new Error('The hub gave no result.');
      if ('reasons' in result) return { reasons: result.reasons };
      noteSeen(result.seen);
      return { accepted: result };
    } catch (error) {
      const { code, message, reference } = failureFrom(error);
      if (code === 'BAD_USER_INPUT') key.current = null;
      return { reasons: [{ rule: '', code, message: plain(message), remedy: reference === null ? '' : `Reference: ${reference}.` }] };
    }
  }, [document]);
}

/** The protocol's own words name our variables; what follows the last semicolon is what the hub says about the value. */
const plain = (message: string): string => (message.startsWith('Variable "$') ? message.split('; ').at(-1) ?? message : message);
