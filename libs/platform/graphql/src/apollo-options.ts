import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { Log } from '@mash/telemetry';
import { mapErrors } from './error-mapping.js';
import { recordReadsPlugin } from './record-reads-plugin.js';
import type { RecordReads } from './record-reads-plugin.js';

/**
 * Limits that a request meets before anything runs. The largest operation of the web client costs about half of each;
 * a test sends worse and is refused.
 */
export const limits = { depth: 12, cost: 20_000, aliases: 15, directives: 10, tokens: 3_000, bodyBytes: '256kb' } as const;

export interface GraphQLWiring {
  readonly log: Log;
  readonly recordReads: RecordReads;
  readonly reference: () => string;
  /** Makes the context of one operation from an HTTP request or a socket's first message. */
  readonly context: ApolloDriverConfig['context'];
  readonly subscriptions?: ApolloDriverConfig['subscriptions'];
}

/** How a GraphQL service of this product is set up: limits on, introspection off in production, one error mapping, reads recorded. */
export function apolloOptions({ log, recordReads, reference, context, subscriptions }: GraphQLWiring): ApolloDriverConfig {
  const armor = new ApolloArmor({
    maxDepth: { n: limits.depth }, costLimit: { maxCost: limits.cost, objectCost: 2, scalarCost: 1, depthCostFactor: 1.2 },
    maxAliases: { n: limits.aliases }, maxDirectives: { n: limits.directives }, maxTokens: { n: limits.tokens },
    blockFieldSuggestion: { enabled: true },
  }).protect();
  return {
    driver: ApolloDriver, autoSchemaFile: true, sortSchema: true, path: '/graphql', context,
    ...(subscriptions === undefined ? {} : { subscriptions }),
    csrfPrevention: true, allowBatchedHttpRequests: false, introspection: process.env['NODE_ENV'] !== 'production', playground: false,
    includeStacktraceInErrorResponses: false, formatError: mapErrors(log, reference),
    // No answer may be cached, so that nothing has to work out for how long, field by field.
    plugins: [...armor.plugins ?? [], recordReadsPlugin(recordReads, log), ApolloServerPluginCacheControlDisabled()] as NonNullable<ApolloDriverConfig['plugins']>,
    validationRules: armor.validationRules ?? [],
  };
}
