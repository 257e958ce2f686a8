import { Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { rolesPermitted } from '@mash/access-policy';
import { permitKey } from './permit.js';

/** The mark that the GraphQL package leaves on queries, mutations, subscriptions and field resolvers. */
const resolverTypeKey = 'graphql:resolver_type';

/** Stops the service at start when an operation names no permission, or one that nobody can have. */
@Injectable()
export class RefuseUnmarked implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService, private readonly scanner: MetadataScanner, private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const unmarked = this.discovery.getProviders().flatMap((wrapper) => this.unmarkedIn(wrapper.instance));
    if (unmarked.length > 0) {
      throw new TypeError(`These operations name no permission: ${unmarked.join(', ')}. Mark each with @Permit.`);
    }
  }

  private unmarkedIn(instance: unknown): string[] {
    if (typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, unknown> | null;
    if (prototype === null) return [];
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = prototype[name];
      if (typeof method !== 'function' || this.reflector.get<string | undefined>(resolverTypeKey, method) === undefined) return [];
      const permission = this.reflector.get<string | undefined>(permitKey, method);
      return permission !== undefined && Object.hasOwn(rolesPermitted, permission) ? [] : [`${instance.constructor.name}.${name}`];
    });
  }
}
