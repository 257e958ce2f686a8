import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { LogUnavailable } from '@mash/event-log';
import { CrossSiteRequest, NotPermitted, NotSignedIn } from '@mash/identity';
import { NotFound } from '@mash/kernel';
import { isDatabaseAway } from '@mash/postgres';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';

interface Answer { readonly code: string; readonly message: string }

const internal: Answer = { code: 'INTERNAL', message: 'Something went wrong here, and it was recorded. Nothing was lost. Try again, or quote the reference.' };

/** Errors that the protocol itself raised about what the client sent: their words are ours or the parser's, and name no record. */
const clientCodes = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'BAD_REQUEST', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED']);

/** Our errors as a client may know them; null for a fault. */
function answerFor(error: unknown): Answer | null {
  if (error instanceof NotFound) return { code: 'NOT_FOUND', message: 'There is no such record, or it is not yours to see.' };
  if (error instanceof NotSignedIn) return { code: 'NOT_SIGNED_IN', message: 'Sign in to go on.' };
  if (error instanceof NotPermitted) return { code: 'NOT_PERMITTED', message: 'Your post does not allow this.' };
  if (error instanceof CrossSiteRequest) return { code: 'CROSS_SITE', message: 'This came from another site, or without the header that the hub\'s own pages send.' };
  if (error instanceof LogUnavailable || isDatabaseAway(error)) return { code: 'UNAVAILABLE', message: 'The record cannot be reached just now. Nothing was changed that you were not told of. Try again.' };
  return null;
}

/**
 * Maps every error once. A client sees a code, plain words and a reference; never a stack, a value or another's words.
 * @param reference makes the reference under which the fault can be found in the log
 */
export const mapErrors = (log: Log, reference: () => string) => (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
  const error = unwrapResolverError(thrown);
  const code = formatted.extensions?.['code'];
  const place = { ...(formatted.locations ? { locations: formatted.locations } : {}), ...(formatted.path ? { path: formatted.path } : {}) };
  const known = answerFor(error);
  if (known) return { message: known.message, ...place, extensions: { code: known.code } };
  if (typeof code === 'string' && clientCodes.has(code)) return { message: plain(formatted.message), ...place, extensions: { code } };
  if (error instanceof GraphQLError && thrown === error) return { message: plain(error.message), ...place, extensions: { code: 'BAD_REQUEST' } };
  const id = reference();
  log('error', 'fault', { reference: id, error: errorName(error) });
  return { message: internal.message, ...place, extensions: { code: internal.code, reference: id } };
};

/**
 * The library's words without what they quote: the names of the schema that come near a wrong one are for the
 * documentation, not for a guesser, and the value that was typed can be about a person.
 */
const plain = (message: string): string => message
  .replace(/ Did you mean .*$/s, '')
  .replace(/ got invalid value [\s\S]*?(?: at ("[\w.[\]]+"))?; /, (_, place: string | undefined) => ` is not usable${place === undefined ? '' : ` at ${place}`}; `)
  .slice(0, 500);
