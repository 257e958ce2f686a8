import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { Actor } from '@mash/kernel';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';
import type { Reads } from './reading.js';

/** What the plugin needs of an operation's context. */
export interface ReadingContext {
  readonly reads: Reads;
  actor(): Promise<Actor>;
}

/** Appends what was read, and returns when it is durable. */
export type RecordReads = (operation: string, actor: Actor, reads: Reads) => Promise<void>;

/**
 * No event, no data: before an answer goes out, what it shows is appended to the log; if that fails, the answer is
 * replaced by a refusal. It runs for every operation, so that no resolver can forget it.
 */
export const recordReadsPlugin = (record: RecordReads, log: Log): ApolloServerPlugin<ReadingContext> => ({
  requestDidStart: (): Promise<GraphQLRequestListener<ReadingContext>> => Promise.resolve({
    willSendResponse: async (request: GraphQLRequestContext<ReadingContext>): Promise<void> => {
      const { reads } = request.contextValue;
      if (reads.shown.length === 0) return;
      try {
        await record(operationName(request), await request.contextValue.actor(), reads);
      } catch (error) {
        log('error', 'read not recorded', { error: errorName(error) });
        const { body } = request.response;
        if (body?.kind === 'single') {
          body.singleResult = {
            errors: [{ message: 'What you asked to see could not be recorded, so it is not shown. Try again.', extensions: { code: 'UNAVAILABLE' } }],
          };
        }
      }
    },
  }),
});

/** The fields asked for at the top: a client's own name for its operation could hold anything. */
const operationName = (request: GraphQLRequestContext<ReadingContext>): string =>
  (request.operation?.selectionSet.selections ?? [])
    .flatMap((each) => (each.kind === 'Field' ? [each.name.value] : [])).sort().join(' ').slice(0, 200) || 'unknown';
