import { Field, ID, ObjectType, createUnionType } from '@nestjs/graphql';
import type { Done } from '@mash/event-log';
import { Rejected } from '@mash/kernel';

/** Why a command was not carried out. */
@ObjectType('Reason', { description: 'Why a command was rejected: the rule, what was wrong and what would be right.' })
export class ReasonObject {
  @Field({ description: 'The number of the rule, for example 1.R13.' }) readonly rule: string;
  @Field({ description: 'A code that does not change.' }) readonly code: string;
  @Field({ description: 'What was wrong, in plain English.' }) readonly message: string;
  @Field({ description: 'What would be right.' }) readonly remedy: string;
}

@ObjectType({ description: 'The command was carried out, or had been already; what it recorded is durable.' })
export class Accepted {
  @Field(() => ID, { description: 'The record that the command made or changed.' }) readonly id: string;
  @Field({ description: 'The revision its stream came to.' }) readonly revision: string;
  @Field({ description: 'Give this to a query as `atLeast` to wait until the views show it.' }) readonly seen: string;
  @Field(() => [String], { description: 'Rules that an act already done did not keep (0.R6): it was recorded, and marked.' })
  readonly irregular: string[];
}

@ObjectType('Rejected', { description: 'The command was not carried out, for these reasons; nothing was changed.' })
export class RejectedObject {
  @Field(() => [ReasonObject], { description: 'Every reason at once.' }) readonly reasons: ReasonObject[];
}

/** What every mutation answers: a refusal that the caller can act on is a type, not an error. */
export const CommandResult = createUnionType({
  name: 'CommandResult',
  description: 'Accepted, or rejected with reasons.',
  types: () => [Accepted, RejectedObject] as const,
  resolveType: (value: object) => ('reasons' in value ? RejectedObject : Accepted),
});

/** What a use case hands back: the record's id and how far its stream came. */
export interface Outcome {
  readonly id: string;
  readonly done: Done;
  readonly irregular?: readonly string[];
}

/** Runs a command and turns a rejection into its type; anything else is thrown and mapped once. */
export async function commandResult(run: () => Promise<Outcome>): Promise<Accepted | RejectedObject> {
  try {
    const { id, done, irregular } = await run();
    return { id, revision: done.revision.toString(), seen: done.position.toString(), irregular: [...irregular ?? []] };
  } catch (error) {
    if (error instanceof Rejected) return { reasons: error.reasons.map((each) => ({ ...each })) };
    throw error;
  }
}
