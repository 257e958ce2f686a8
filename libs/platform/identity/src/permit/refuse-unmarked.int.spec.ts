import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permit } from './permit.js';
import { RefuseUnmarked } from './refuse-unmarked.js';

@Resolver()
class Marked {
  @Query(() => String)
  @Permit('session:read')
  hello(): string {
    return 'hello';
  }

  /** Not an operation: needs no permission. */
  private quiet(): string {
    return 'quiet';
  }

  loud(): string {
    return this.quiet().toUpperCase();
  }
}

@Resolver()
class Unmarked {
  @Mutation(() => String)
  open(): string {
    return 'open to everybody';
  }
}

@Module({ imports: [DiscoveryModule], providers: [Marked, RefuseUnmarked] })
class LawfulService {}

@Module({ imports: [DiscoveryModule], providers: [Marked, Unmarked, RefuseUnmarked] })
class OpenService {}

const start = async (service: new () => object): Promise<void> => {
  const app = await NestFactory.createApplicationContext(service, { logger: false, abortOnError: false });
  await app.close();
};

describe('a service', () => {
  it('starts when every operation names a permission', async () => {
    await expect(start(LawfulService)).resolves.toBeUndefined();
  });
  it('does not start when one names none, and says which', async () => {
    await expect(start(OpenService)).rejects.toThrow('These operations name no permission: Unmarked.open.');
  });
});
