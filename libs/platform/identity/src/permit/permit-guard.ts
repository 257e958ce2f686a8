import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext } from '@nestjs/graphql';
import { permits } from '@mash/access-policy';
import type { Permission } from '@mash/access-policy';
import type { Actor } from '@mash/kernel';
import { permitKey } from './permit.js';

/** What travels with one GraphQL operation. The actor is looked up once, from the directory as it is now. */
export interface ActingContext {
  actor(): Promise<Actor>;
}

/** Signed in and known, but not permitted to do this kind of thing. */
export class NotPermitted extends Error {
  override readonly name = 'NotPermitted';
}

/** Refuses by default: whatever names no permission is refused, whoever asks. */
@Injectable()
export class PermitGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const permission = this.reflector.get<Permission | undefined>(permitKey, context.getHandler());
    if (permission === undefined) throw new NotPermitted('No permission is named here.');
    const acting = GqlExecutionContext.create(context).getContext<ActingContext>();
    const verdict = permits(await acting.actor(), permission);
    if (verdict !== 'granted') throw new NotPermitted(verdict);
    return true;
  }
}
