import { randomUUID } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { ExecutionResult } from 'graphql';
import { ReadRecorder } from '@mash/access';
import { Journal } from '@mash/event-log';
import { apolloOptions, mapErrors } from '@mash/graphql';
import type { RecordReads } from '@mash/graphql';
import { PermitGuard, RefuseUnmarked } from '@mash/identity';
import type { Identity, SignIn } from '@mash/identity';
import type { Log } from '@mash/telemetry';
import { ViewReader } from '@mash/views';
import { actorOf } from './actor-lookup.js';
import { ChangeFeed } from './changes/change-feed.js';
import { ContextsModule } from './contexts.module.js';
import { operationContext } from './operation-context.js';
import type { AskingRequest, OperationContext } from './operation-context.js';
import { refuseSocketQueries } from './refuse-socket-queries.js';

/** What the process opened before Nest starts: connections and who may come in. */
export interface HubParts {
  readonly journal: Journal;
  readonly views: ViewReader;
  readonly feed: ChangeFeed;
  readonly recorder: ReadRecorder;
  readonly signIn: Pick<SignIn, 'identityOf'>;
  readonly log: Log;
}

/** The parts, for every use case of every context. */
@Global()
@Module({})
export class PartsModule {
  static with({ journal, views, feed }: Pick<HubParts, 'journal' | 'views' | 'feed'>): DynamicModule {
    const providers = [
      { provide: Journal, useValue: journal }, { provide: ViewReader, useValue: views }, { provide: ChangeFeed, useValue: feed },
    ];
    return { module: PartsModule, providers, exports: providers.map((each) => each.provide) };
  }
}

const recordWith = ({ recorder, views }: HubParts): RecordReads => async (operation, actor, reads) => recorder.record({
  operation, actor, purpose: reads.purpose, rows: reads.shown, viewsAt: reads.viewsAt ?? await views.viewsAt(),
});

interface SocketContext { readonly extra: { readonly request: AskingRequest } }

function graphql(parts: HubParts): ApolloDriverConfig {
  const contextFor = (request: AskingRequest): OperationContext => operationContext(
    request, (asking) => parts.signIn.identityOf(asking), (identity: Identity) => actorOf(parts.views, parts.journal.clock, identity));
  const map = mapErrors(parts.log, randomUUID);
  return apolloOptions({
    log: parts.log, reference: randomUUID, recordReads: recordWith(parts),
    context: (carrier: { req?: AskingRequest } & Partial<SocketContext>) => contextFor(carrier.req ?? carrier.extra?.request ?? { headers: {} }),
    subscriptions: {
      'graphql-ws': {
        onSubscribe: (_socket: unknown, _id: unknown, payload: { readonly query?: string | null }) => refuseSocketQueries(payload.query ?? ''),
        // The server's own formatting of errors does not reach the socket.
        onNext: (_socket: unknown, _id: unknown, _payload: unknown, _args: unknown, result: ExecutionResult) =>
          (result.errors ? { ...result, errors: result.errors.map((error) => map(error.toJSON(), error)) } : undefined),
      },
    },
  });
}

@Module({})
export class HubModule {
  static with(parts: HubParts): DynamicModule {
    return {
      module: HubModule,
      imports: [
        PartsModule.with(parts), ContextsModule, DiscoveryModule,
        GraphQLModule.forRoot<ApolloDriverConfig>({ ...graphql(parts), driver: ApolloDriver }),
      ],
      providers: [{ provide: APP_GUARD, useClass: PermitGuard }, RefuseUnmarked],
    };
  }
}
