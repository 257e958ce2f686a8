import { GraphQLSchema } from 'graphql';
import { AsOfResolver } from './as-of/as-of.resolver.js';
import { MandatesResolver } from './mandates/mandates.resolver.js';
import { OpeningResolver } from './opening/opening.resolver.js';
import { OrderResolver } from './order/order.resolver.js';

/** Everything that an auditor can ask. */
export const resolvers = [MandatesResolver, OrderResolver, OpeningResolver, AsOfResolver];

/**
 * The schema with what an auditor can reach and nothing else: the views bring the types of the hub's queries into this
 * process, and the schema would list them.
 */
export const reachable = (schema: GraphQLSchema): GraphQLSchema => new GraphQLSchema({ ...schema.toConfig(), types: [] });
