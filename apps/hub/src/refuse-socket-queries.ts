import { GraphQLError, Kind, parse } from 'graphql';

/**
 * The socket carries subscriptions only. A query sent over it would pass by the server's plugins, and with them by the
 * record of reads.
 * @returns the refusal, or undefined for a subscription
 */
export function refuseSocketQueries(query: string): GraphQLError[] | undefined {
  const refusal = [new GraphQLError('Only subscriptions travel over the socket. Send this over HTTP.', { extensions: { code: 'BAD_REQUEST' } })];
  try {
    const operations = parse(query, { maxTokens: 500 }).definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    return operations.length > 0 && operations.every((each) => each.operation === 'subscription') ? undefined : refusal;
  } catch {
    return refusal;
  }
}
