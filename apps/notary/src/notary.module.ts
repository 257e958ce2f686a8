import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import { AuditRecorder } from '@mash/access';
import { Journal } from '@mash/event-log';
import { apolloOptions } from '@mash/graphql';
import { PermitGuard, RefuseUnmarked } from '@mash/identity';
import type { TokenCheck } from '@mash/identity';
import { Ledger, Order } from '@mash/replay';
import type { Log } from '@mash/telemetry';
import { Prefixes } from './as-of/prefix.js';
import { ReplayedViews, Sights } from './as-of/sight.js';
import { Follower } from './following/follower.js';
import { EventOpener } from './opening/open-event.js';
import { operationContext } from './operation-context.js';
import { reachable, resolvers } from './resolvers.js';
import { Audits } from './service/auditing.js';
import { Keys } from './service/keys.js';

/** What the process opened before Nest starts. */
export interface NotaryParts {
  readonly journal: Journal;
  readonly keys: Keys;
  readonly follower: Follower;
  readonly ledger: Ledger;
  readonly order: Order;
  readonly recorder: AuditRecorder;
  readonly replayed: ReplayedViews;
  readonly checkToken: TokenCheck;
  readonly log: Log;
}

const graphql = ({ log, checkToken, follower, journal }: NotaryParts): ApolloDriverConfig => apolloOptions({
  log, reference: randomUUID,
  // Audits are recorded one by one before they are answered. Rows that were gathered to be recorded here came past that, and are not shown.
  recordReads: () => Promise.reject(new TypeError('The notary shows no rows of its own.')),
  context: ({ req }: { readonly req: { readonly headers: IncomingHttpHeaders } }) => operationContext(req.headers, checkToken, follower, journal.clock),
});

@Module({})
export class NotaryModule {
  static with(parts: NotaryParts): DynamicModule {
    return {
      module: NotaryModule,
      imports: [DiscoveryModule, GraphQLModule.forRoot<ApolloDriverConfig>({ ...graphql(parts), driver: ApolloDriver, transformSchema: reachable })],
      providers: [
        { provide: Journal, useValue: parts.journal }, { provide: Keys, useValue: parts.keys }, { provide: Follower, useValue: parts.follower },
        { provide: Ledger, useValue: parts.ledger }, { provide: Order, useValue: parts.order },
        { provide: AuditRecorder, useValue: parts.recorder }, { provide: ReplayedViews, useValue: parts.replayed },
        { provide: APP_GUARD, useClass: PermitGuard }, RefuseUnmarked,
        Audits, EventOpener, Prefixes, Sights, ...resolvers,
      ],
    };
  }
}
