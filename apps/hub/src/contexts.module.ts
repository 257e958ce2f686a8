import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { accessHandlers, accessResolvers } from '@mash/access';
import { directoryHandlers } from '@mash/directory';
import { enquiryHandlers, enquiryResolvers } from '@mash/enquiry';
import { Rows } from '@mash/graphql';
import { ChangesResolver } from './changes/changes.resolver.js';
import { SessionResolver } from './session/session.resolver.js';

/** Every use case of every context; no logic of its own but what joins two contexts. */
export const handlers = [
  ...accessHandlers, ...directoryHandlers, ...enquiryHandlers,
 
];

export const resolvers = [
  ...accessResolvers, ...enquiryResolvers,
  SessionResolver, ChangesResolver,
];

@Module({ imports: [CqrsModule.forRoot()], providers: [...handlers, ...resolvers, Rows] })
export class ContextsModule {}
