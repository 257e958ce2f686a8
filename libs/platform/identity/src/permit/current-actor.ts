import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Actor } from '@mash/kernel';
import type { ActingContext } from './permit-guard.js';

/** The actor of this operation, as the guard found it. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Promise<Actor> =>
  GqlExecutionContext.create(context).getContext<ActingContext>().actor());
