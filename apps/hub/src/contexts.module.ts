import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { accessHandlers, accessResolvers } from '@mash/access';
import { consentHandlers, consentResolvers } from '@mash/consent';
import { decisionHandlers, decisionResolvers } from '@mash/decision';
import { directoryHandlers, directoryResolvers } from '@mash/directory';
import { disclosureHandlers, disclosureResolvers } from '@mash/disclosure';
import { enquiryHandlers, enquiryResolvers } from '@mash/enquiry';
import { Rows } from '@mash/graphql';
import { PersonSettings, personHandlers, personResolvers } from '@mash/person';
import { requestHandlers, requestResolvers } from '@mash/request';
import { ChangesResolver } from './changes/changes.resolver.js';
import { ConcernResolver } from './concern/concern.resolver.js';
import { SendConcernHandler } from './concern/send-concern.js';
import { SessionResolver } from './session/session.resolver.js';

/** Every use case of every context; no logic of its own but what joins two contexts. */
export const handlers = [
  ...accessHandlers, ...consentHandlers, ...decisionHandlers, ...directoryHandlers, ...disclosureHandlers, ...enquiryHandlers,
  ...personHandlers, ...requestHandlers, SendConcernHandler,
];

export const resolvers = [
  ...accessResolvers, ...consentResolvers, ...decisionResolvers, ...directoryResolvers, ...disclosureResolvers, ...enquiryResolvers,
  ...personResolvers, ...requestResolvers, ConcernResolver, SessionResolver, ChangesResolver,
];

@Module({ imports: [CqrsModule.forRoot()], providers: [...handlers, ...resolvers, Rows, { provide: PersonSettings, useFactory: () => new PersonSettings() }] })
export class ContextsModule {}
